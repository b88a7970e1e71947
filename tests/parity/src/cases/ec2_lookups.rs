//! VPCs and security groups that are looked up: known from context, and asked for in the manifest.

use aws_cdk_apigatewayv2::VpcLink;
use aws_cdk_core::{App, CfnOutput, Environment, Fn, Stack};
use aws_cdk_ec2::{ISubnet, IVpc, Peer, Port, SecurityGroup, SubnetSelection, Vpc, VpcLookupOptions};
use serde_json::{Value, json};

pub(super) fn context() -> Vec<(&'static str, Value)> {
    let subnet = |id: &str, cidr: &str, zone: &str, table: &str| {
        json!({ "subnetId": id, "cidr": cidr, "availabilityZone": zone, "routeTableId": table })
    };
    let vpc = json!({
        "vpcId": "vpc-00000001",
        "vpcCidrBlock": "10.0.0.0/16",
        "ownerAccountId": "111111111111",
        "availabilityZones": [],
        "vpnGatewayId": "vgw-1",
        "subnetGroups": [
            { "name": "Public", "type": "Public", "subnets": [
                subnet("subnet-000000b0", "10.0.1.0/24", "eu-west-1b", "rtb-1"),
                subnet("subnet-000000a0", "10.0.0.0/24", "eu-west-1a", "rtb-1"),
            ] },
            { "name": "App", "type": "Private", "subnets": [subnet("subnet-000000a1", "10.0.2.0/24", "eu-west-1a", "rtb-2")] },
            { "name": "Data", "type": "Isolated", "subnets": [subnet("subnet-000000a2", "10.0.3.0/24", "eu-west-1a", "rtb-3")] },
        ],
    });
    vec![
        (
            "vpc-provider:account=111111111111:filter.isDefault=true:region=eu-west-1:returnAsymmetricSubnets=true",
            vpc,
        ),
        (
            "security-group:account=111111111111:region=eu-west-1:securityGroupId=sg-00000001",
            json!({ "securityGroupId": "sg-00000001", "allowAllOutbound": false }),
        ),
    ]
}

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Known").env(env).build();
    let vpc = Vpc::from_lookup(&stack, "Vpc", VpcLookupOptions::new().is_default(true));
    VpcLink::new(&stack, "Link", &vpc);
    VpcLink::builder(&stack, "Data", &vpc).subnets(SubnetSelection::new().subnet_group_name("Data")).build();
    let group = SecurityGroup::from_lookup_by_id(&stack, "Group", "sg-00000001");
    group.add_egress_rule(&Peer::ipv4(vpc.vpc_cidr_block()), Port::tcp(443), None);
    CfnOutput::new(&stack, "Zones", Fn::join(",", vpc.availability_zones()));
    CfnOutput::new(&stack, "Arn", vpc.vpc_arn());
    let ids: Vec<_> = vpc.public_subnets().iter().map(|subnet| subnet.subnet_id()).collect();
    CfnOutput::new(&stack, "Subnets", Fn::join(",", ids));

    let env = Environment::new().account("222222222222").region("us-west-2");
    let unknown = Stack::builder(app, "Unknown").env(env).build();
    let options = VpcLookupOptions::new()
        .vpc_id("vpc-2")
        .vpc_name("books")
        .tag("team", "a:b")
        .tag("stage", "prod")
        .owner_account_id("333333333333")
        .region("us-east-1")
        .subnet_group_name_tag("group")
        .return_vpn_gateways(false);
    let asked = Vpc::from_lookup(&unknown, "Vpc", options);
    VpcLink::new(&unknown, "Link", &asked);
    VpcLink::builder(&unknown, "Named", &asked).subnets(SubnetSelection::new().subnet_group_name("Nowhere")).build();
    let group = SecurityGroup::from_lookup_by_name(&unknown, "Group", "books", &asked);
    group.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(1), None);
    CfnOutput::new(&unknown, "Arn", asked.vpc_arn());
}
