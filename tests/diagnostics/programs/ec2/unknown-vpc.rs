//! A security group is looked up in a VPC that is yet to be made.

use aws_cdk_core::{App, Environment, Stack};
use aws_cdk_ec2::{SecurityGroup, Vpc, VpcAttributes};

pub fn wrong(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    let vpc = Vpc::builder(&stack, "Vpc").subnet_configuration([]).build();
    SecurityGroup::from_lookup_by_name(&stack, "Group", "backend", &vpc);
}

pub fn right(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    SecurityGroup::from_lookup_by_name(&stack, "Group", "backend", &vpc);
}
