//! A statement in the policy of an endpoint names no principal.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{
    GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions, ImportedVpc, SubnetGroupAttributes, Vpc, VpcAttributes,
};
use aws_cdk_iam::PolicyStatement;

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3);
    let endpoint = vpc(&stack).add_gateway_endpoint("S3", options);
    endpoint.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = GatewayVpcEndpointOptions::new(GatewayVpcEndpointAwsService::S3);
    let endpoint = vpc(&stack).add_gateway_endpoint("S3", options);
    endpoint.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources().any_principal());
}
