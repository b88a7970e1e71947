//! An endpoint is for subnets of a zone in which there are none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{
    ImportedVpc, InterfaceVpcEndpointAwsService, InterfaceVpcEndpointOptions, SubnetGroupAttributes, SubnetSelection,
    Vpc, VpcAttributes,
};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let subnets = SubnetSelection::new().availability_zones(["eu-west-1b"]);
    let options = InterfaceVpcEndpointOptions::new(InterfaceVpcEndpointAwsService::SQS).open(false);
    vpc(&stack).add_interface_endpoint("Sqs", options.subnets(subnets));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let subnets = SubnetSelection::new().availability_zones(["eu-west-1a"]);
    let options = InterfaceVpcEndpointOptions::new(InterfaceVpcEndpointAwsService::SQS).open(false);
    vpc(&stack).add_interface_endpoint("Sqs", options.subnets(subnets));
}
