//! VPCs with the defaults, in a stack without an environment and in one whose zones are known; a security group with rules.

use aws_cdk_apigatewayv2::VpcLink;
use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_ec2::{Peer, Port, SecurityGroup, Vpc};
use serde_json::{Value, json};

pub(super) fn context() -> Vec<(&'static str, Value)> {
    vec![
        ("@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", json!(false)),
        (
            "availability-zones:account=111111111111:region=us-east-1",
            json!(["us-east-1a", "us-east-1b", "us-east-1c"]),
        ),
    ]
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "VpcAgnostic");
    let vpc = Vpc::new(&stack, "Vpc");
    let group = SecurityGroup::builder(&stack, "Group", &vpc)
        .allow_all_outbound(false)
        .security_group_name("named")
        .build();
    group.add_ingress_rule(&Peer::any_ipv4(), Port::tcp(443), Some("https"));
    group.add_ingress_rule(&Peer::ipv4("10.0.0.0/8"), Port::tcp_range(1, 10), None);
    group.add_egress_rule(&group, Port::all_traffic(), None);
    VpcLink::builder(&stack, "Link", &vpc).security_groups([group]).build();

    let env = Environment::new().account("111111111111").region("us-east-1");
    let explicit = Stack::builder(app, "VpcExplicit").env(env).build();
    VpcLink::new(&explicit, "Link", &Vpc::builder(&explicit, "Vpc").nat_gateways(1).max_azs(2).build());
}
