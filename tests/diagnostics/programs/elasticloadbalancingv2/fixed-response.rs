//! A listener answers with a status that redirects.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{ApplicationListenerOptions, ApplicationLoadBalancer, ListenerAction};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack));
    let options = ApplicationListenerOptions::new().port(80).default_action(ListenerAction::fixed_response(302));
    balancer.add_listener("Listener", options);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::new(&stack, "Balancer", &vpc(&stack));
    let options = ApplicationListenerOptions::new().port(80).default_action(ListenerAction::fixed_response(404));
    balancer.add_listener("Listener", options);
}
