//! What others need to know of subnets.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{DependencyGroup, IConstruct, Value};

/// A subnet, made here or imported.
pub trait ISubnet: IConstruct + fmt::Debug {
    /// The id of the subnet.
    fn subnet_id(&self) -> Value<String>;

    /// The availability zone. Of an import without one this is the error `ec2::no-availability-zone`.
    fn availability_zone(&self) -> Value<String>;

    /// The IPv4 addresses. Of an import without them this is the error `ec2::no-cidr-block`.
    fn ipv4_cidr_block(&self) -> Value<String>;

    /// The id of the route table. Default: none, of an import.
    fn route_table_id(&self) -> Option<Value<String>>;

    /// What must exist before something in the subnet can reach the internet.
    fn internet_connectivity_established(&self) -> DependencyGroup;
}

impl<T: ISubnet + ?Sized> ISubnet for Rc<T> {
    fn subnet_id(&self) -> Value<String> {
        (**self).subnet_id()
    }

    fn availability_zone(&self) -> Value<String> {
        (**self).availability_zone()
    }

    fn ipv4_cidr_block(&self) -> Value<String> {
        (**self).ipv4_cidr_block()
    }

    fn route_table_id(&self) -> Option<Value<String>> {
        (**self).route_table_id()
    }

    fn internet_connectivity_established(&self) -> DependencyGroup {
        (**self).internet_connectivity_established()
    }
}

/// The kinds of subnets, by what they can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubnetType {
    /// Without a way to the internet.
    PrivateIsolated,
    /// With a way to the internet that only the subnet's side can open, mostly by a NAT gateway.
    PrivateWithEgress,
    /// As [`SubnetType::PrivateWithEgress`], and a VPC without NAT gateways is an error.
    PrivateWithNat,
    /// With a way from and to the internet.
    Public,
}

impl SubnetType {
    /// The name in tags and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            SubnetType::PrivateIsolated => "Isolated",
            SubnetType::PrivateWithEgress | SubnetType::PrivateWithNat => "Private",
            SubnetType::Public => "Public",
        }
    }
}
