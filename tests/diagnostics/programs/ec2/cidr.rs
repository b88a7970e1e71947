//! An address is given for a range of addresses.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{ImportedVpc, Peer, Port, SecurityGroup, SubnetGroupAttributes, Vpc, VpcAttributes};

fn vpc(stack: &Stack) -> ImportedVpc {
    let private = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(private);
    Vpc::from_vpc_attributes(stack, "Vpc", attributes)
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::new(&stack, "Group", &vpc(&stack));
    group.add_ingress_rule(&Peer::ipv4("10.0.0.1"), Port::HTTPS, None);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let group = SecurityGroup::new(&stack, "Group", &vpc(&stack));
    group.add_ingress_rule(&Peer::ipv4("10.0.0.1/32"), Port::HTTPS, None);
}
