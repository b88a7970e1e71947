//! The addresses for the translation of IPv6 are too many.

use aws_cdk_core::{App, Stack};
use aws_cdk_ec2::{IVpc, SubnetGroupAttributes, Vpc, VpcAttributes};
use aws_cdk_elasticloadbalancingv2::{IpAddressType, NetworkLoadBalancer, SourceNatIpv6Prefix, SubnetMapping};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let prefix = SourceNatIpv6Prefix::from_ipv6_prefix("2001:db8::/64");
    let mapping = SubnetMapping::new(vpc.private_subnets()[0].clone()).source_nat_ipv6_prefix(prefix);
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc).ip_address_type(IpAddressType::DualStack);
    balancer.enable_prefix_for_ipv6_source_nat(true).subnet_mappings([mapping]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let public = SubnetGroupAttributes::new(["subnet-00000001"]).route_table_ids(["rtb-00000001"]);
    let attributes = VpcAttributes::new("vpc-0123456789abcdef0", ["eu-west-1a"]).private_subnets(public);
    let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", attributes);
    let prefix = SourceNatIpv6Prefix::from_ipv6_prefix("2001:db8::/80");
    let mapping = SubnetMapping::new(vpc.private_subnets()[0].clone()).source_nat_ipv6_prefix(prefix);
    let balancer = NetworkLoadBalancer::builder(&stack, "Balancer", &vpc).ip_address_type(IpAddressType::DualStack);
    balancer.enable_prefix_for_ipv6_source_nat(true).subnet_mappings([mapping]).build();
}
