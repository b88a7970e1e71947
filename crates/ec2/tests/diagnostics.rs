//! What networks and security groups say of mistakes.

use aws_cdk_core::{App, Duration, Environment, IConstruct, Stack};
use aws_cdk_ec2::{
    Connections, FlowLog, FlowLogMaxAggregationInterval, FlowLogOptions, FlowLogResourceType, FlowLogTrafficType,
    GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions, ISubnet, IVpc, ImportedVpc,
    InterfaceVpcEndpointAwsService, InterfaceVpcEndpointOptions, IpAddresses, IpProtocol, NatProvider, Peer, Port,
    PrivateSubnet, RouterType, SecurityGroup, Subnet, SubnetConfiguration, SubnetFilter, SubnetGroupAttributes,
    SubnetSelection, SubnetType, Vpc, VpcAttributes, VpcBuilder,
};
use aws_cdk_iam::PolicyStatement;

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn vpc_codes(change: impl FnOnce(VpcBuilder) -> VpcBuilder) -> Vec<String> {
    codes(|stack| {
        change(Vpc::builder(stack, "Vpc")).build();
    })
}

fn private_vpc(stack: &Stack) -> ImportedVpc {
    let subnets = SubnetGroupAttributes::new(["subnet-1"]).route_table_ids(["rtb-1"]);
    Vpc::from_vpc_attributes(stack, "Vpc", VpcAttributes::new("vpc-1", ["a"]).private_subnets(subnets))
}

fn group(stack: &Stack) -> SecurityGroup {
    let vpc = private_vpc(stack);
    SecurityGroup::builder(stack, "Group", &vpc).allow_all_outbound(false).build()
}

#[test]
fn peers_are_addresses_and_groups() {
    for (cidr, expected) in [("10.0.0.0/8", 0), ("10.0.0.1", 1), ("10.0.0/8", 1), ("books", 1)] {
        let found = codes(|stack| group(stack).add_ingress_rule(&Peer::ipv4(cidr), Port::HTTP, None));
        assert_eq!(found, vec!["ec2::cidr"; expected], "{cidr}");
    }
    for (cidr, expected) in [("::/0", 0), ("2001:db8::/32", 0), ("::1", 1), ("10.0.0.0/8", 1)] {
        let found = codes(|stack| group(stack).add_ingress_rule(&Peer::ipv6(cidr), Port::HTTP, None));
        assert_eq!(found, vec!["ec2::cidr"; expected], "{cidr}");
    }
    for (id, owner, expected) in [("sg-12345678", "", 0), ("sg-1", "", 1), ("sg-12345678", "1234", 1)] {
        let peer = Peer::security_group_id(id).owner(owner);
        let found = codes(|stack| group(stack).add_ingress_rule(&peer, Port::HTTP, None));
        assert_eq!(found, vec!["ec2::security-group-id"; expected], "{id} {owner}");
    }
}

#[test]
fn rules_must_change_something() {
    let all = codes(|stack| group(stack).add_egress_rule(&Peer::any_ipv4(), Port::all_traffic(), None));
    assert_eq!(all, ["ec2::all-traffic-rule"]);
    let ignored = codes(|stack| {
        let group = SecurityGroup::new(stack, "Group", &private_vpc(stack));
        group.add_egress_rule(&Peer::any_ipv4(), Port::HTTP, None);
        group.connections().allow_to(&Peer::any_ipv4(), Port::HTTP, None);
    });
    assert_eq!(ignored, ["ec2::egress-rule-ignored"; 2]);
}

#[test]
fn a_default_port_is_needed_where_it_is_used() {
    let found = codes(|stack| {
        let group = group(stack);
        group.connections().allow_default_port_from_any_ipv4(None);
        let other = Connections::new([]);
        group.connections().allow_to_default_port(&other, None);
    });
    assert_eq!(found, ["ec2::no-default-port"; 2]);
}

#[test]
fn selections_fit_the_vpc() {
    let select = |selection: SubnetSelection| codes(|stack| drop(private_vpc(stack).select_subnets(&selection)));
    assert_eq!(select(SubnetSelection::new().subnet_type(SubnetType::Public)), ["ec2::no-subnets"]);
    assert_eq!(select(SubnetSelection::new().subnet_group_name("Data")), ["ec2::no-subnets"]);
    let both = SubnetSelection::new().subnet_group_name("Private").subnet_type(SubnetType::PrivateWithEgress);
    assert_eq!(select(both), ["ec2::subnet-selection"]);
    let address = SubnetFilter::contains_ip_addresses(["books"]);
    assert_eq!(select(SubnetSelection::new().subnet_filters([address])), ["ec2::cidr"]);
}

#[test]
fn imports_know_what_they_were_told() {
    let unknown = codes(|stack| {
        let subnet = Subnet::from_subnet_id(stack, "Subnet", "subnet-1");
        subnet.availability_zone();
        subnet.ipv4_cidr_block();
        private_vpc(stack).vpc_cidr_block();
    });
    assert_eq!(
        unknown,
        ["ec2::no-route-table", "ec2::no-availability-zone", "ec2::no-cidr-block", "ec2::no-cidr-block"]
    );
    let import = |subnets: SubnetGroupAttributes| {
        codes(|stack| {
            let attributes = VpcAttributes::new("vpc-1", ["a", "b"]).public_subnets(subnets);
            Vpc::from_vpc_attributes(stack, "Vpc", attributes);
        })
    };
    let two = || SubnetGroupAttributes::new(["subnet-1", "subnet-2"]).route_table_ids(["rtb-1", "rtb-2"]);
    assert_eq!(import(SubnetGroupAttributes::new(["subnet-1"])), ["ec2::vpc-attributes"]);
    assert_eq!(import(two().route_table_ids(["rtb-1"])), ["ec2::vpc-attributes"]);
    assert_eq!(import(two().names(["A", "B"])), ["ec2::vpc-attributes"]);
    assert!(import(two().names(["A"])).is_empty());
}

#[test]
fn addresses_are_enough_and_of_a_size() {
    let groups = |masks: [u32; 2]| {
        vpc_codes(|vpc| {
            let groups =
                masks.map(|mask| SubnetConfiguration::new(format!("G{mask}"), SubnetType::Public).cidr_mask(mask));
            vpc.cidr("10.0.0.0/24").subnet_configuration(groups)
        })
    };
    assert!(groups([26, 27]).is_empty());
    assert_eq!(groups([25, 26]), ["ec2::cidr-space"]);
    assert_eq!(groups([26, 29]), ["ec2::cidr-mask"]);
    assert_eq!(vpc_codes(|vpc| vpc.cidr("books")), ["ec2::cidr"]);
    let pool = || IpAddresses::aws_ipam_allocation("pool", 24);
    assert_eq!(vpc_codes(|vpc| vpc.ip_addresses(pool())), ["ec2::cidr-mask"]);
    let large = pool().default_subnet_ipv4_netmask_length(24);
    assert_eq!(vpc_codes(|vpc| vpc.ip_addresses(large)), ["ec2::cidr-space"]);
}

#[test]
fn options_of_a_vpc_fit_each_other() {
    let dns = vpc_codes(|vpc| vpc.enable_dns_hostnames(true).enable_dns_support(false));
    assert_eq!(dns, ["ec2::dns-hostnames"]);
    assert_eq!(vpc_codes(|vpc| vpc.max_azs(1).availability_zones(["a"])), ["ec2::availability-zones"]);
    assert_eq!(vpc_codes(|vpc| vpc.max_azs(0).nat_gateways(0)), ["ec2::no-availability-zones"]);
    let no_nat = vpc_codes(|vpc| {
        let group = SubnetConfiguration::new("App", SubnetType::PrivateWithNat);
        vpc.nat_gateways(0).subnet_configuration([group])
    });
    assert_eq!(no_nat, ["ec2::nat-gateways"]);
    let regional = vpc_codes(|vpc| vpc.nat_gateways(0).nat_gateway_provider(NatProvider::regional_gateway()));
    assert_eq!(regional, ["ec2::nat-gateways"]);
    let inside = SubnetSelection::new().subnet_type(SubnetType::PrivateWithEgress);
    assert_eq!(vpc_codes(|vpc| vpc.nat_gateway_subnets(inside)), ["ec2::nat-gateway-subnets"; 2]);
    let few = NatProvider::gateway().eip_allocation_ids(["eipalloc-1"]);
    assert_eq!(vpc_codes(|vpc| vpc.nat_gateway_provider(few)), ["ec2::nat-addresses"]);
    let slow = NatProvider::gateway().max_drain_duration(Duration::hours(2));
    assert_eq!(vpc_codes(|vpc| vpc.nat_gateways(1).nat_gateway_provider(slow)), ["ec2::drain-duration"]);
    let group = || SubnetConfiguration::new("Data", SubnetType::PrivateIsolated);
    let public_ip = vpc_codes(|vpc| vpc.max_azs(1).subnet_configuration([group().map_public_ip_on_launch(true)]));
    assert_eq!(public_ip, ["ec2::map-public-ip"]);
    let ipv6 = |vpc: VpcBuilder| vpc.max_azs(1).subnet_configuration([group().ipv6_assign_address_on_creation(true)]);
    assert_eq!(vpc_codes(ipv6), ["ec2::no-ipv6"]);
    assert!(vpc_codes(|vpc| ipv6(vpc).ip_protocol(IpProtocol::DualStack)).is_empty());
    assert_eq!(vpc_codes(|vpc| vpc.vpn_gateway(true).subnet_configuration([])), ["ec2::vpn-gateway"]);
    assert_eq!(vpc_codes(|vpc| vpc.vpn_gateway(false).vpn_gateway_asn(65000)), ["ec2::vpn-gateway"]);
    let twice = codes(|stack| Vpc::builder(stack, "Vpc").vpn_gateway(true).build().enable_vpn_gateway(None, None));
    assert_eq!(twice, ["ec2::vpn-gateway"]);
}

#[test]
fn zones_are_those_of_the_region() {
    let key = "availability-zones:account=111111111111:region=eu-west-1";
    let app = App::builder().context(key, ["eu-west-1a", "eu-west-1b"]).build();
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(&app, "Stack").env(env).build();
    Vpc::builder(&stack, "Vpc").availability_zones(["eu-west-2a"]).build();
    let codes: Vec<String> = app.diagnostics().iter().map(|diagnostic| diagnostic.code().to_owned()).collect();
    assert_eq!(codes, ["ec2::availability-zones"]);
}

#[test]
fn a_group_is_looked_up_in_a_known_vpc() {
    let app = App::new();
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(&app, "Stack").env(env).build();
    let vpc = Vpc::builder(&stack, "Vpc").subnet_configuration([]).build();
    SecurityGroup::from_lookup_by_name(&stack, "Group", "books", &vpc);
    let codes: Vec<String> = app.diagnostics().iter().map(|diagnostic| diagnostic.code().to_owned()).collect();
    assert_eq!(codes, ["ec2::unknown-vpc"]);
}

#[test]
fn endpoints_have_routes_and_subnets() {
    let service = || GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3);
    let no_routes = codes(|stack| {
        let vpc = Vpc::from_vpc_attributes(stack, "Vpc", VpcAttributes::new("vpc-1", ["a"]));
        vpc.add_gateway_endpoint("S3", service());
    });
    assert_eq!(no_routes, ["ec2::no-route-tables"]);
    let no_principal = codes(|stack| {
        let endpoint = private_vpc(stack).add_gateway_endpoint("S3", service());
        endpoint.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources());
        assert_eq!(endpoint.node().path(), "Stack/Vpc/S3");
    });
    assert_eq!(no_principal, ["ec2::no-principal"]);
    let options = || InterfaceVpcEndpointOptions::new(InterfaceVpcEndpointAwsService::SQS).open(false);
    let no_subnets = codes(|stack| {
        let nowhere = SubnetSelection::new().availability_zones(["b"]);
        private_vpc(stack).add_interface_endpoint("Sqs", options().subnets(nowhere));
    });
    assert_eq!(no_subnets, ["ec2::endpoint-subnets"]);
    let unknown = codes(|stack| {
        private_vpc(stack).add_interface_endpoint("Sqs", options().lookup_supported_azs(true));
    });
    assert_eq!(unknown, ["ec2::endpoint-subnets"]);
}

#[test]
fn routes_and_flow_logs_have_their_rules() {
    let route = codes(|stack| {
        let subnet = PrivateSubnet::builder(stack, "Subnet", "vpc-1", "a", "10.0.0.0/24").build();
        let route = subnet.add_route("Route", RouterType::Gateway, "igw-1");
        route.destination_cidr_block("10.0.0.0/8").destination_ipv6_cidr_block("::/0").build();
    });
    assert_eq!(route, ["ec2::route-destination"]);
    let flow_log = codes(|stack| {
        let options = FlowLogOptions::new()
            .traffic_type(FlowLogTrafficType::Reject)
            .max_aggregation_interval(FlowLogMaxAggregationInterval::TenMinutes);
        FlowLog::new(stack, "Log", FlowLogResourceType::from_transit_gateway_id("tgw-1"), options);
    });
    assert_eq!(flow_log, ["ec2::flow-log"; 2]);
}
