//! Connections of clients are closed within a minute.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::ApplicationLoadBalancer;

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::builder(&stack, "Balancer", &vpc(&stack));
    balancer.client_keep_alive(Duration::seconds(59)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let balancer = ApplicationLoadBalancer::builder(&stack, "Balancer", &vpc(&stack));
    balancer.client_keep_alive(Duration::seconds(60)).build();
}
