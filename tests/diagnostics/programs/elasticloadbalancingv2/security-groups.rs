//! A load balancer has a security group, and is to have none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SecurityGroup, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::NetworkLoadBalancer;

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let vpc = vpc(&stack);
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc).disable_security_groups(true);
    balancer.security_groups([SecurityGroup::new(&stack, "Group", &vpc)]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let vpc = vpc(&stack);
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc);
    balancer.security_groups([SecurityGroup::new(&stack, "Group", &vpc)]).build();
}
