//! Options of VPCs: groups of subnets, NAT gateways, zones, dual stack, IPAM, endpoints, VPN gateway, flow logs.

use aws_cdk_core::{App, CfnOutput, Duration, Environment, Fn, Stack, Tags, cfn_format};
use aws_cdk_ec2::{
    DefaultInstanceTenancy, GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions, FlowLogOptions, IVpc,
    InterfaceVpcEndpointAwsService, InterfaceVpcEndpointOptions, InterfaceVpcEndpointService, IpAddresses, IpProtocol,
    NatProvider, PrivateSubnet, PublicSubnet, RouterType, Subnet, SubnetConfiguration, SubnetFilter, SubnetSelection,
    SubnetType, Vpc, VpcEndpointDnsRecordIpType, VpcEndpointIpAddressType,
};
use serde_json::{Value, json};

pub(super) fn context() -> Vec<(&'static str, Value)> {
    vec![
        ("@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", json!(false)),
        (
            "availability-zones:account=111111111111:region=eu-west-1",
            json!(["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d"]),
        ),
    ]
}

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "VpcOptions").env(env).build();
    let mixed = mixed(&stack);
    others(&stack);
    CfnOutput::new(&stack, "MixedCidr", mixed.vpc_cidr_block());
    CfnOutput::new(&stack, "MixedArn", mixed.vpc_arn());
    CfnOutput::new(&stack, "MixedDefault", mixed.vpc_default_security_group());
    CfnOutput::new(&stack, "Zones", Fn::join(",", mixed.availability_zones()));

    let env = Environment::new().account("222222222222").region("us-west-2");
    let unknown = Stack::builder(app, "UnknownZones").env(env).build();
    Vpc::builder(&unknown, "Vpc").max_azs(2).build();
    Vpc::builder(&unknown, "Again").max_azs(1).nat_gateways(0).build();

    let own = Stack::new(app, "OwnSubnets");
    let subnet = PublicSubnet::builder(&own, "Public", "vpc-00000001", "us-east-1a", "10.0.0.0/24")
        .map_public_ip_on_launch(true)
        .build();
    subnet.add_nat_gateway(None, None);
    let inner = PrivateSubnet::builder(&own, "Private", "vpc-00000001", "us-east-1a", "10.0.1.0/24").build();
    inner
        .add_route("Peering", RouterType::VpcPeeringConnection, "pcx-1")
        .destination_cidr_block("10.9.0.0/16")
        .build();
    inner
        .add_route("V6", RouterType::Gateway, "igw-1")
        .destination_ipv6_cidr_block("::/0")
        .enables_internet_connectivity(true)
        .build();
    inner.add_default_nat_route("nat-1");
    Subnet::builder(&own, "Plain", "vpc-00000001", "us-east-1b", "10.0.2.0/24").build();

    let agnostic = Stack::new(app, "Agnostic");
    let tokens = Vpc::builder(&agnostic, "Vpc").max_azs(5).nat_gateways(1).build();
    let one = tokens.select_subnets(&SubnetSelection::new().one_per_az(true));
    let ids = one.subnet_ids();
    CfnOutput::new(&agnostic, "One", cfn_format!("{},{}", ids[0], ids[1]));
}

fn mixed(stack: &Stack) -> Vpc {
    let mixed = Vpc::builder(stack, "Mixed")
        .ip_addresses(IpAddresses::cidr("10.1.7.0/20"))
        .max_azs(2)
        .vpc_name("mixed")
        .enable_dns_hostnames(false)
        .enable_dns_support(true)
        .default_instance_tenancy(DefaultInstanceTenancy::Dedicated)
        .nat_gateways(1)
        .nat_gateway_subnets(SubnetSelection::new().subnet_group_name("Second"))
        .subnet_configuration([
            SubnetConfiguration::new("First", SubnetType::Public).cidr_mask(26).map_public_ip_on_launch(false),
            SubnetConfiguration::new("Held", SubnetType::PrivateWithEgress).reserved(true).cidr_mask(27),
            SubnetConfiguration::new("Second", SubnetType::Public),
            SubnetConfiguration::new("App", SubnetType::PrivateWithEgress).cidr_mask(24),
            SubnetConfiguration::new("Data", SubnetType::PrivateIsolated),
        ])
        .gateway_endpoint("S3", GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3))
        .flow_log("All", FlowLogOptions::new())
        .build();
    Tags::of(&mixed.isolated_subnets()[0]).add("data", "yes");
    let isolated = SubnetSelection::new().subnet_type(SubnetType::PrivateIsolated);
    mixed.add_gateway_endpoint(
        "Dynamo",
        GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::DYNAMODB).subnets([isolated]),
    );
    let sqs =
        mixed.add_interface_endpoint("Sqs", InterfaceVpcEndpointOptions::new(InterfaceVpcEndpointAwsService::SQS));
    let lambda = InterfaceVpcEndpointOptions::new(InterfaceVpcEndpointAwsService::LAMBDA)
        .open(false)
        .private_dns_enabled(false)
        .subnets(SubnetSelection::new().subnet_group_name("Data"))
        .ip_address_type(VpcEndpointIpAddressType::Ipv4)
        .dns_record_ip_type(VpcEndpointDnsRecordIpType::Ipv4);
    let lambda = mixed.add_interface_endpoint("Lambda", lambda);
    lambda.connections().allow_default_port_from_any_ipv4(Some("all"));
    let own = InterfaceVpcEndpointService::new("com.amazonaws.vpce.eu-west-1.vpce-svc-1", 8443);
    mixed.add_interface_endpoint("Own", InterfaceVpcEndpointOptions::new(own));
    CfnOutput::new(stack, "SqsId", sqs.vpc_endpoint_id());
    let public = || SubnetSelection::new().subnet_type(SubnetType::Public);
    let selections = [
        ("Default", SubnetSelection::new()),
        ("Public", public().one_per_az(true)),
        ("Group", SubnetSelection::new().subnet_group_name("Data")),
        ("Zones", SubnetSelection::new().availability_zones(["eu-west-1b"])),
        ("Mask", public().subnet_filters([SubnetFilter::by_cidr_mask(26)])),
        ("Ip", public().subnet_filters([SubnetFilter::contains_ip_addresses(["10.1.0.70"])])),
        ("Range", SubnetSelection::new().subnet_filters([SubnetFilter::by_cidr_ranges(["10.1.0.0/23", "10.1.2.0/23"])])),
    ];
    for (name, selection) in selections {
        let ids = mixed.select_subnets(&selection).subnet_ids();
        let ids = ids.into_iter().reduce(|text, id| cfn_format!("{},{}", text, id)).unwrap_or_else(|| "".into());
        CfnOutput::new(stack, format!("Select{name}"), cfn_format!("{};", ids));
    }
    mixed
}

fn others(stack: &Stack) {
    Vpc::builder(stack, "NoNat").nat_gateways(0).availability_zones(["eu-west-1c", "eu-west-1a"]).reserved_azs(2).build();
    Vpc::builder(stack, "Isolated")
        .max_azs(1)
        .subnet_configuration([SubnetConfiguration::new("Only", SubnetType::PrivateIsolated)])
        .build();
    Vpc::builder(stack, "NoGateway").max_azs(1).create_internet_gateway(false).build();
    Vpc::builder(stack, "Empty").subnet_configuration([]).build();
    let dual = Vpc::builder(stack, "Dual")
        .max_azs(2)
        .nat_gateways(1)
        .ip_protocol(IpProtocol::DualStack)
        .subnet_configuration([
            SubnetConfiguration::new("Pub", SubnetType::Public).ipv6_assign_address_on_creation(false),
            SubnetConfiguration::new("Priv", SubnetType::PrivateWithEgress),
            SubnetConfiguration::new("Iso", SubnetType::PrivateIsolated),
        ])
        .build();
    dual.private_subnet_constructs()[0].add_ipv6_nat64_route("nat-1");
    Vpc::builder(stack, "Ipam")
        .max_azs(2)
        .ip_addresses(IpAddresses::aws_ipam_allocation("pool-1", 18).default_subnet_ipv4_netmask_length(24))
        .build();
    Vpc::builder(stack, "Nat")
        .max_azs(2)
        .nat_gateways(5)
        .nat_gateway_provider(
            NatProvider::gateway()
                .eip_allocation_ids(["eipalloc-1", "eipalloc-2", "eipalloc-3"])
                .max_drain_duration(Duration::minutes(2)),
        )
        .build();
    Vpc::builder(stack, "Regional").max_azs(2).nat_gateway_provider(NatProvider::regional_gateway()).build();
    Vpc::builder(stack, "Vpn")
        .max_azs(1)
        .nat_gateways(0)
        .vpn_gateway(true)
        .vpn_gateway_asn(65000)
        .vpn_route_propagation([SubnetSelection::new().subnet_type(SubnetType::PrivateIsolated)])
        .build();
}
