//! Subnets are selected and mapped.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{IVpc, ImportedVpc, SubnetGroupAttributes, SubnetSelection, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{NetworkLoadBalancer, SubnetMapping};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let vpc = vpc(&stack);
    let mapping = SubnetMapping::new(vpc.private_subnets()[0].clone());
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc).vpc_subnets(SubnetSelection::new());
    balancer.subnet_mappings([mapping]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let vpc = vpc(&stack);
    let mapping = SubnetMapping::new(vpc.private_subnets()[0].clone());
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc);
    balancer.subnet_mappings([mapping]).build();
}
