//! A VPC is imported with one subnet for two availability zones.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{SubnetGroupAttributes, Vpc, VpcAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a", "eu-west-1b"]);
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    Vpc::from_vpc_attributes(&stack, "Vpc", attributes.public_subnets(public));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]);
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    Vpc::from_vpc_attributes(&stack, "Vpc", attributes.public_subnets(public));
}
