//! VPC links: default and given subnets, name, security groups, what is added afterwards, links of an API.

use aws_cdk_apigatewayv2::{HttpApi, VpcLink, VpcLinkOptions};
use aws_cdk_core::{App, CfnOutput, IConstruct, Stack};
use aws_cdk_ec2::{ISecurityGroup, SecurityGroup, Subnet, SubnetSelection, SubnetType, Vpc, VpcAttributes};
use std::rc::Rc;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "VpcLinks");
    let vpc = Vpc::from_vpc_attributes(
        &stack,
        "Vpc",
        VpcAttributes::new("vpc-00000001", ["us-east-1a", "us-east-1b"])
            .public_subnets(["subnet-000000a0", "subnet-000000b0"])
            .private_subnets(["subnet-000000a1", "subnet-000000b1"]),
    );
    let group = SecurityGroup::builder(&stack, "Group", &vpc).description("links").build();

    let plain = VpcLink::new(&stack, "Plain", &vpc);
    let imported: Rc<dyn ISecurityGroup> =
        Rc::new(SecurityGroup::from_security_group_id(&stack, "Imported", "sg-00000001"));
    VpcLink::builder(&stack, "Full", &vpc)
        .vpc_link_name("my-link")
        .subnets(SubnetSelection::new().subnet_type(SubnetType::Public))
        .security_groups([Rc::new(group.clone()), imported])
        .build();
    let first = Subnet::from_subnet_id(&stack, "S1", "subnet-00000001");
    let grown = VpcLink::builder(&stack, "Grown", &vpc).subnets(SubnetSelection::new().subnets([first])).build();
    grown.add_subnets([
        Subnet::from_subnet_id(&stack, "S2", "subnet-00000002"),
        Subnet::from_subnet_id(&stack, "S3", "subnet-00000003"),
    ]);
    grown.add_security_groups([group]);

    let api = HttpApi::new(&stack, "Api");
    let first = api.add_vpc_link(VpcLinkOptions::new(&vpc));
    let second = api.add_vpc_link(VpcLinkOptions::new(&vpc).vpc_link_name("ignored"));
    let attributes = VpcAttributes::new("vpc-00000002", ["us-east-1c"]).private_subnets(["subnet-0000000c"]);
    let other = Vpc::from_vpc_attributes(&stack, "OtherVpc", attributes);
    api.add_vpc_link(VpcLinkOptions::new(&other).vpc_link_name("other"));

    CfnOutput::new(&stack, "PlainId", plain.vpc_link_id());
    CfnOutput::new(&stack, "Same", (first.node() == second.node()).to_string());
}
