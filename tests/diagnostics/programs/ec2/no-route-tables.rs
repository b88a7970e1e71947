//! A gateway endpoint is for a VPC whose route tables are not known.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions, SubnetGroupAttributes, Vpc, VpcAttributes};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    vpc.add_gateway_endpoint("S3", GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    vpc.add_gateway_endpoint("S3", GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3));
}
