//! The addresses of an imported VPC are asked for, which are not known.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_ec2::{IVpc, ImportedVpc, Vpc, VpcAttributes};

fn vpc(stack: &Stack, attributes: VpcAttributes) -> ImportedVpc {
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]);
    CfnOutput::new(&stack, "Addresses", vpc(&stack, attributes).vpc_cidr_block());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).vpc_cidr_block("10.0.0.0/16");
    CfnOutput::new(&stack, "Addresses", vpc(&stack, attributes).vpc_cidr_block());
}
