//! AWS Cloud Map: namespaces, services, and what stands behind them.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_servicediscovery::{IpInstanceOptions, PrivateDnsNamespace, ServiceOptions};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", VpcAttributes::new("vpc-00000001", ["eu-west-1a"]));
//! let namespace = PrivateDnsNamespace::builder(&stack, "Names", "books.local", &vpc).build();
//! let orders = namespace.create_service("Orders", ServiceOptions::new().name("orders"));
//! orders.register_ip_instance("One", IpInstanceOptions::new().ipv4("10.0.0.10").port(8080));
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod instance;
mod namespace;
mod service;

pub use aws_cdk_cfn_servicediscovery::*;
pub use aws_cdk_interfaces::servicediscovery::{
    DiscoveryType, DnsRecordType, INamespace, IService, NamespaceType, RoutingPolicy,
};
pub use instance::{AliasTargetInstance, CnameInstance, InstanceOptions, IpInstance, IpInstanceOptions, NonIpInstance};
pub use namespace::{
    HttpNamespace, HttpNamespaceBuilder, ImportedNamespace, NamespaceAttributes, PrivateDnsNamespace,
    PrivateDnsNamespaceBuilder, PublicDnsNamespace, PublicDnsNamespaceBuilder,
};
pub use service::{
    HealthCheckConfig, HealthCheckType, ImportedService, Service, ServiceAttributes, ServiceBuilder, ServiceOptions,
};
