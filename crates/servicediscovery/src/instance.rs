//! Instances: what stands behind a service.

use aws_cdk_cfn_servicediscovery::CfnInstance;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Map, Names, Node, Value};
use aws_cdk_interfaces::servicediscovery::{DiscoveryType, DnsRecordType, IService, NamespaceType, RoutingPolicy};

/// What instances of any kind have.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct InstanceOptions {
    instance_id: Option<Value<String>>,
    custom_attributes: Vec<(String, Value<String>)>,
}

impl InstanceOptions {
    /// An instance with an id made of the construct's path, without attributes of its own.
    pub fn new() -> Self {
        Self::default()
    }

    /// The id, up to 64 characters. Default: one made of the construct's path.
    pub fn instance_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.instance_id = Some(value.into());
        self
    }

    /// An attribute, by which programs tell instances apart. Default: none.
    pub fn custom_attribute(mut self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.custom_attributes.push((key.as_ref().to_owned(), value.into()));
        self
    }
}

/// What an instance with an address has.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct IpInstanceOptions {
    ipv4: Option<Value<String>>,
    ipv6: Option<Value<String>>,
    port: Option<u16>,
    options: InstanceOptions,
}

impl IpInstanceOptions {
    /// An instance without an address, which it needs.
    pub fn new() -> Self {
        Self::default()
    }

    /// The IPv4 address, for records of the type A. Default: none.
    pub fn ipv4(mut self, value: impl Into<Value<String>>) -> Self {
        self.ipv4 = Some(value.into());
        self
    }

    /// The IPv6 address, for records of the type AAAA. Default: none.
    pub fn ipv6(mut self, value: impl Into<Value<String>>) -> Self {
        self.ipv6 = Some(value.into());
        self
    }

    /// The port, which records of the type SRV need. Default: 80.
    pub fn port(mut self, value: u16) -> Self {
        self.port = Some(value);
        self
    }

    /// The id, up to 64 characters. Default: one made of the construct's path.
    pub fn instance_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.options = self.options.instance_id(value);
        self
    }

    /// An attribute, by which programs tell instances apart. Default: none.
    pub fn custom_attribute(mut self, key: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.options = self.options.custom_attribute(key, value);
        self
    }
}

macro_rules! instances {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            construct: Construct,
            resource: CfnInstance,
        }

        impl IConstruct for $name {
            fn node(&self) -> &Node {
                self.construct.node()
            }
        }

        impl $name {
            /// The id of the instance.
            pub fn instance_id(&self) -> Value<String> {
                self.resource.ref_().into()
            }

            /// The L1 construct.
            pub fn default_child(&self) -> &CfnInstance {
                &self.resource
            }
        })+
    };
}

instances! {
    /// An instance with an address.
    IpInstance;
    /// An instance without an address, found by its attributes.
    NonIpInstance;
    /// An instance that is another name.
    CnameInstance;
    /// An instance that is a load balancer.
    AliasTargetInstance;
}

impl IpInstance {
    /// Registers an address. One that does not fit the records of the service is the error `servicediscovery::instance`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        service: &(impl IService + ?Sized),
        options: IpInstanceOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-servicediscovery.IpInstance");
        check_addresses(&construct, service.dns_record_type(), &options);
        let mut attributes: Map<String> = Map::new();
        if let Some(address) = &options.ipv4 {
            attributes.insert("AWS_INSTANCE_IPV4", address);
        }
        if let Some(address) = &options.ipv6 {
            attributes.insert("AWS_INSTANCE_IPV6", address);
        }
        attributes.insert("AWS_INSTANCE_PORT", options.port.filter(|port| *port != 0).unwrap_or(80).to_string());
        let resource = register(&construct, service, attributes, options.options);
        Self { construct, resource }
    }
}

#[track_caller]
fn check_addresses(construct: &Construct, record: DnsRecordType, options: &IpInstanceOptions) {
    let (has_ipv4, has_ipv6) = (options.ipv4.is_some(), options.ipv6.is_some());
    let message = match record {
        DnsRecordType::Cname => "a service with records of the type CNAME has no addresses",
        DnsRecordType::Srv if options.port.is_none() => "a record of the type SRV needs a port",
        DnsRecordType::Srv if !has_ipv4 && !has_ipv6 => "a record of the type SRV needs an address",
        DnsRecordType::A | DnsRecordType::AAaaa if !has_ipv4 => "a record of the type A needs an IPv4 address",
        DnsRecordType::Aaaa | DnsRecordType::AAaaa if !has_ipv6 => "a record of the type AAAA needs an IPv6 address",
        _ => return,
    };
    report(construct, message, "give what the records of the service need");
}

impl NonIpInstance {
    /// Registers something that has no address. A service that is found by DNS, and no attribute, are the error
    /// `servicediscovery::instance`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        service: &(impl IService + ?Sized),
        options: InstanceOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-servicediscovery.NonIpInstance");
        if service.discovery_type() != DiscoveryType::Api {
            report(&construct, "an instance without address is found by the API alone", "use an HTTP namespace");
        }
        if options.custom_attributes.is_empty() {
            report(&construct, "an instance without address has no attribute", "set `custom_attribute`");
        }
        let resource = register(&construct, service, Map::new(), options);
        Self { construct, resource }
    }
}

impl CnameInstance {
    /// Registers another name. A service without such records is the error `servicediscovery::instance`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        service: &(impl IService + ?Sized),
        instance_cname: impl Into<Value<String>>,
        options: InstanceOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-servicediscovery.CnameInstance");
        check_namespace(&construct, service);
        if service.dns_record_type() != DnsRecordType::Cname {
            report(&construct, "the service has no records of the type CNAME", "set `dns_record_type` of the service");
        }
        let attributes = Map::new().entry("AWS_INSTANCE_CNAME", instance_cname.into());
        let resource = register(&construct, service, attributes, options);
        Self { construct, resource }
    }
}

impl AliasTargetInstance {
    /// Registers a load balancer, by its name in DNS. A service without addresses by weight is the error
    /// `servicediscovery::instance`.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl Into<String>,
        service: &(impl IService + ?Sized),
        dns_name: impl Into<Value<String>>,
        options: InstanceOptions,
    ) -> Self {
        let construct = Construct::of_type(scope, &id.into(), "aws-cdk-servicediscovery.AliasTargetInstance");
        check_namespace(&construct, service);
        let has_addresses = !matches!(service.dns_record_type(), DnsRecordType::Srv | DnsRecordType::Cname);
        if !has_addresses || service.routing_policy() != RoutingPolicy::Weighted {
            report(&construct, "the service does not take load balancers", "set `load_balancer(true)` of the service");
        }
        let options = InstanceOptions {
            instance_id: Some(options.instance_id.unwrap_or_else(|| Names::unique_id(&construct).into())),
            ..options
        };
        let attributes = Map::new().entry("AWS_ALIAS_DNS_NAME", dns_name.into());
        let resource = register(&construct, service, attributes, options);
        Self { construct, resource }
    }
}

#[track_caller]
fn check_namespace(construct: &Construct, service: &(impl IService + ?Sized)) {
    if service.namespace().namespace_type() == NamespaceType::Http {
        report(construct, "a service of an HTTP namespace has no records in DNS", "use a DNS namespace");
    }
}

#[track_caller]
fn report(construct: &Construct, message: &str, help: &str) {
    construct.node().report(Diagnostic::error("servicediscovery::instance", message).help(help));
}

#[track_caller]
fn register(
    construct: &Construct,
    service: &(impl IService + ?Sized),
    mut attributes: Map<String>,
    options: InstanceOptions,
) -> CfnInstance {
    for (key, value) in options.custom_attributes {
        attributes.insert(key, value);
    }
    let id = options.instance_id.unwrap_or_else(|| {
        let id = Names::unique_id(construct);
        id[id.len().saturating_sub(64)..].into()
    });
    CfnInstance::builder(construct, "Resource")
        .instance_attributes(attributes)
        .instance_id(id)
        .service_id(service.service_id())
        .build()
}
