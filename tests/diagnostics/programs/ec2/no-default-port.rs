//! A security group is reached at its default port, and has none.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, Port, SecurityGroup, SubnetGroupAttributes, Vpc, VpcAttributes};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::new(&stack, "Group", &vpc(&stack));
    group.connections().allow_default_port_from_any_ipv4(None);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::new(&stack, "Group", &vpc(&stack));
    group.connections().allow_from_any_ipv4(Port::HTTPS, None);
}
