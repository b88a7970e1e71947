//! What others need to know of AWS Cloud Map's constructs: namespaces and services.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{IConstruct, Value};

/// How the services of a namespace are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NamespaceType {
    /// By Cloud Map's API alone.
    Http,
    /// By DNS inside a VPC, and by the API.
    DnsPrivate,
    /// By DNS everywhere, and by the API.
    DnsPublic,
}

/// How a service is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiscoveryType {
    /// By Cloud Map's API alone.
    Api,
    /// By DNS and by the API.
    DnsAndApi,
}

/// The records that a service has in DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DnsRecordType {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses.
    Aaaa,
    /// Addresses of both versions.
    AAaaa,
    /// Names and ports.
    Srv,
    /// Another name.
    Cname,
}

/// Which instances a query in DNS gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RoutingPolicy {
    /// One, by weight.
    Weighted,
    /// Up to eight healthy ones.
    Multivalue,
}

impl RoutingPolicy {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            RoutingPolicy::Weighted => "WEIGHTED",
            RoutingPolicy::Multivalue => "MULTIVALUE",
        }
    }
}

/// A namespace of Cloud Map, made here or imported.
pub trait INamespace: IConstruct + fmt::Debug {
    /// The name of the namespace.
    fn namespace_name(&self) -> Value<String>;

    /// The id of the namespace.
    fn namespace_id(&self) -> Value<String>;

    /// The ARN of the namespace.
    fn namespace_arn(&self) -> Value<String>;

    /// How its services are found.
    fn namespace_type(&self) -> NamespaceType;
}

/// A service of Cloud Map, made here or imported.
pub trait IService: IConstruct + fmt::Debug {
    /// The name of the service.
    fn service_name(&self) -> Value<String>;

    /// The id of the service.
    fn service_id(&self) -> Value<String>;

    /// The ARN of the service.
    fn service_arn(&self) -> Value<String>;

    /// The namespace.
    fn namespace(&self) -> Rc<dyn INamespace>;

    /// The records in DNS.
    fn dns_record_type(&self) -> DnsRecordType;

    /// Which instances a query in DNS gives.
    fn routing_policy(&self) -> RoutingPolicy;

    /// How the service is found.
    fn discovery_type(&self) -> DiscoveryType;
}

impl<T: INamespace + ?Sized> INamespace for Rc<T> {
    fn namespace_name(&self) -> Value<String> {
        (**self).namespace_name()
    }

    fn namespace_id(&self) -> Value<String> {
        (**self).namespace_id()
    }

    fn namespace_arn(&self) -> Value<String> {
        (**self).namespace_arn()
    }

    fn namespace_type(&self) -> NamespaceType {
        (**self).namespace_type()
    }
}

impl<T: IService + ?Sized> IService for Rc<T> {
    fn service_name(&self) -> Value<String> {
        (**self).service_name()
    }

    fn service_id(&self) -> Value<String> {
        (**self).service_id()
    }

    fn service_arn(&self) -> Value<String> {
        (**self).service_arn()
    }

    fn namespace(&self) -> Rc<dyn INamespace> {
        (**self).namespace()
    }

    fn dns_record_type(&self) -> DnsRecordType {
        (**self).dns_record_type()
    }

    fn routing_policy(&self) -> RoutingPolicy {
        (**self).routing_policy()
    }

    fn discovery_type(&self) -> DiscoveryType {
        (**self).discovery_type()
    }
}
