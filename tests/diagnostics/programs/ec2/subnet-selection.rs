//! Subnets are selected in two ways at once.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, SubnetGroupAttributes, SubnetSelection, SubnetType, Vpc, VpcAttributes};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let selection = SubnetSelection::new().subnet_group_name("Private").subnet_type(SubnetType::PrivateWithEgress);
    vpc(&stack).select_subnets(&selection);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let selection = SubnetSelection::new().subnet_type(SubnetType::PrivateWithEgress);
    vpc(&stack).select_subnets(&selection);
}
