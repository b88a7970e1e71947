//! The subnets of a VPC: each group in each availability zone.

use aws_cdk_cfn_ec2::{CfnSubnet, CfnVPCCidrBlock};
use aws_cdk_core::{Diagnostic, Fn, IConstruct, TagProps, Tags, Value};
use aws_cdk_interfaces::ec2::{IVpc, SubnetType};

use super::Vpc;
use super::ip_addresses::IpAddresses;
use super::options::SubnetConfiguration;
use crate::subnet::{PrivateSubnet, PublicSubnet, SubnetBuilder};

/// An availability zone for which addresses are only kept free.
pub(super) type Zone = Option<Value<String>>;

/// Adds the subnets of all groups in all zones.
#[track_caller]
pub(super) fn create(
    vpc: &Vpc,
    addresses: &IpAddresses,
    groups: &[SubnetConfiguration],
    zones: &[Zone],
    ipv6: Option<&CfnVPCCidrBlock>,
) {
    let mut requested = Vec::new();
    for group in groups {
        for (index, zone) in zones.iter().enumerate() {
            requested.push((group, format!("{}Subnet{}", group.name, index + 1), zone));
        }
    }
    let masks: Vec<Option<u32>> = requested.iter().map(|(group, ..)| group.cidr_mask).collect();
    let cidrs = match addresses.subnet_addresses(&vpc.vpc_cidr_block(), &masks) {
        Ok(cidrs) => cidrs,
        Err(problem) => {
            vpc.node().report(problem.at(vpc.node().location()));
            return;
        }
    };
    let ipv6_cidrs = ipv6.map(|_| Fn::cidr(Fn::select(0, vpc.vpc_ipv6_cidr_blocks()), requested.len(), "64"));
    for (index, ((group, id, zone), cidr)) in requested.into_iter().zip(cidrs).enumerate() {
        let (Some(zone), false) = (zone, group.reserved) else { continue };
        check(vpc, group, ipv6.is_some());
        let request = Request { vpc, group, ipv6_cidr: ipv6_cidrs.as_ref().map(|cidrs| Fn::select(index, cidrs)) };
        request.add(&id, zone, cidr, ipv6);
    }
}

/// A subnet that is to be made.
struct Request<'a> {
    vpc: &'a Vpc,
    group: &'a SubnetConfiguration,
    ipv6_cidr: Option<Value<String>>,
}

impl Request<'_> {
    #[track_caller]
    fn add(self, id: &str, zone: &Value<String>, cidr: Value<String>, ipv6: Option<&CfnVPCCidrBlock>) {
        let (vpc, vpc_id) = (self.vpc, self.vpc.vpc_id());
        let node = match self.group.subnet_type {
            SubnetType::Public => {
                let subnet = self.options(PublicSubnet::builder(vpc, id, vpc_id, zone, cidr)).build();
                vpc.state.public.borrow_mut().push(subnet.clone());
                subnet.node().clone()
            }
            kind => {
                let subnet = self.options(PrivateSubnet::builder(vpc, id, vpc_id, zone, cidr)).build();
                let subnets =
                    if kind == SubnetType::PrivateIsolated { &vpc.state.isolated } else { &vpc.state.private };
                subnets.borrow_mut().push(subnet.clone());
                subnet.node().clone()
            }
        };
        let props = || TagProps::new().include_resource_types([CfnSubnet::RESOURCE_TYPE]);
        Tags::of(&node).add_with("aws-cdk:subnet-name", &self.group.name, props());
        Tags::of(&node).add_with("aws-cdk:subnet-type", self.group.subnet_type.as_str(), props());
        if let Some(block) = ipv6 {
            node.add_dependency(block);
        }
    }

    fn options<S>(&self, builder: SubnetBuilder<S>) -> SubnetBuilder<S> {
        let has_ipv6 = self.ipv6_cidr.is_some();
        let is_public = self.group.subnet_type == SubnetType::Public;
        let builder =
            builder.map_public_ip_on_launch(is_public && self.group.map_public_ip_on_launch.unwrap_or(!has_ipv6));
        match &self.ipv6_cidr {
            Some(cidr) => builder
                .ipv6_cidr_block(cidr)
                .assign_ipv6_address_on_creation(self.group.ipv6_assign_address_on_creation.unwrap_or(true)),
            None => builder,
        }
    }
}

#[track_caller]
fn check(vpc: &Vpc, group: &SubnetConfiguration, has_ipv6: bool) {
    if group.map_public_ip_on_launch.is_some() && group.subnet_type != SubnetType::Public {
        let message =
            format!("the group `{}` is not public, so that its instances get no public addresses", group.name);
        let diagnostic = Diagnostic::error("ec2::map-public-ip", message);
        vpc.node().report(diagnostic.help("leave `map_public_ip_on_launch` out"));
    }
    if group.ipv6_assign_address_on_creation.is_some() && !has_ipv6 {
        let message = format!("the group `{}` cannot have IPv6 addresses, since the VPC has none", group.name);
        let diagnostic = Diagnostic::error("ec2::no-ipv6", message);
        vpc.node().report(diagnostic.help("set `ip_protocol(IpProtocol::DualStack)`"));
    }
}
