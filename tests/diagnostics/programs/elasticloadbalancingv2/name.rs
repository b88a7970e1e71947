//! The name of a load balancer has an underscore.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::ApplicationLoadBalancer;

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    ApplicationLoadBalancer::builder(&stack, "Balancer", &vpc(&stack)).load_balancer_name("our_books").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    ApplicationLoadBalancer::builder(&stack, "Balancer", &vpc(&stack)).load_balancer_name("our-books").build();
}
