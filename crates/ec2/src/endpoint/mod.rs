//! Endpoints of VPCs: ways to services that do not lead through the internet.

mod aws_services;
mod gateway;
mod interface;

use std::rc::Rc;

use aws_cdk_core::Value;
use aws_cdk_interfaces::ec2::ISubnet;

pub use aws_services::InterfaceVpcEndpointAwsService;
pub use gateway::{GatewayVpcEndpoint, GatewayVpcEndpointAwsService, GatewayVpcEndpointOptions};
pub use interface::{
    ImportedInterfaceVpcEndpoint, InterfaceVpcEndpoint, InterfaceVpcEndpointOptions, InterfaceVpcEndpointService,
};

/// The versions of IP that an endpoint answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VpcEndpointIpAddressType {
    /// IPv4.
    Ipv4,
    /// IPv6.
    Ipv6,
    /// Both.
    Dualstack,
}

impl VpcEndpointIpAddressType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            VpcEndpointIpAddressType::Ipv4 => "ipv4",
            VpcEndpointIpAddressType::Ipv6 => "ipv6",
            VpcEndpointIpAddressType::Dualstack => "dualstack",
        }
    }
}

/// The records that an endpoint has in DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VpcEndpointDnsRecordIpType {
    /// Those of IPv4.
    Ipv4,
    /// Those of IPv6.
    Ipv6,
    /// Both.
    Dualstack,
    /// Those of the service.
    ServiceDefined,
}

impl VpcEndpointDnsRecordIpType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            VpcEndpointDnsRecordIpType::Ipv4 => "ipv4",
            VpcEndpointDnsRecordIpType::Ipv6 => "ipv6",
            VpcEndpointDnsRecordIpType::Dualstack => "dualstack",
            VpcEndpointDnsRecordIpType::ServiceDefined => "service-defined",
        }
    }
}

/// The route tables of subnets, each once.
pub(crate) fn all_route_table_ids(subnets: &[Rc<dyn ISubnet>]) -> Vec<Value<String>> {
    let mut known = Vec::new();
    let mut ids = Vec::new();
    for id in subnets.iter().filter_map(|subnet| subnet.route_table_id()) {
        let identity = id.as_json().identity();
        if !known.contains(&identity) {
            known.push(identity);
            ids.push(id);
        }
    }
    ids
}
