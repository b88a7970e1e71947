//! Services: what is found in a namespace.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_servicediscovery::CfnService;
use aws_cdk_cfn_servicediscovery::cfn_service::{
    DnsConfigProperty, DnsRecordProperty, HealthCheckConfigProperty, HealthCheckCustomConfigProperty,
};
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_interfaces::elasticloadbalancingv2::ILoadBalancerV2;
use aws_cdk_interfaces::servicediscovery::{
    DiscoveryType, DnsRecordType, INamespace, IService, NamespaceType, RoutingPolicy,
};

use crate::instance::{
    AliasTargetInstance, CnameInstance, InstanceOptions, IpInstance, IpInstanceOptions, NonIpInstance,
};

/// The protocol of a health check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HealthCheckType {
    /// HTTP.
    Http,
    /// HTTPS.
    Https,
    /// TCP.
    Tcp,
}

impl HealthCheckType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HealthCheckType::Http => "HTTP",
            HealthCheckType::Https => "HTTPS",
            HealthCheckType::Tcp => "TCP",
        }
    }
}

/// How Route 53 finds out whether an instance is healthy; of public namespaces.
///
/// Source: <https://docs.aws.amazon.com/cloud-map/latest/api/API_HealthCheckConfig.html>.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct HealthCheckConfig {
    health_check_type: Option<HealthCheckType>,
    resource_path: Option<Value<String>>,
    failure_threshold: Option<Value<f64>>,
}

impl HealthCheckConfig {
    /// A check by HTTP of the path `/`.
    pub fn new() -> Self {
        Self::default()
    }

    /// The protocol. Default: HTTP.
    pub fn health_check_type(mut self, value: HealthCheckType) -> Self {
        self.health_check_type = Some(value);
        self
    }

    /// The path, of checks by HTTP and HTTPS. Default: `/`.
    pub fn resource_path(mut self, value: impl Into<Value<String>>) -> Self {
        self.resource_path = Some(value.into());
        self
    }

    /// How many checks change the health of an instance, 1 to 10. Default: 1.
    pub fn failure_threshold(mut self, value: impl Into<Value<f64>>) -> Self {
        self.failure_threshold = Some(value.into());
        self
    }
}

/// What a service is to be.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ServiceOptions {
    name: Option<Value<String>>,
    description: Option<Value<String>>,
    discovery_type: Option<DiscoveryType>,
    dns_record_type: Option<DnsRecordType>,
    dns_ttl: Option<Duration>,
    routing_policy: Option<RoutingPolicy>,
    load_balancer: bool,
    health_check: Option<HealthCheckConfig>,
    custom_health_check: Option<Option<Value<f64>>>,
}

impl ServiceOptions {
    /// A service with the defaults of its namespace.
    pub fn new() -> Self {
        Self::default()
    }
}

macro_rules! setters {
    ($type:ident $(. $inner:ident)?) => {
        impl $type {
            /// The name. Default: one that CloudFormation makes.
            pub fn name(mut self, value: impl Into<Value<String>>) -> Self {
                self$(.$inner)?.name = Some(value.into());
                self
            }

            /// The description. Default: none.
            pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
                self$(.$inner)?.description = Some(value.into());
                self
            }

            /// How the service is found. Default: by the API in HTTP namespaces, in others by DNS as well.
            pub fn discovery_type(mut self, value: DiscoveryType) -> Self {
                self$(.$inner)?.discovery_type = Some(value);
                self
            }

            /// The records in DNS. Default: IPv4 addresses.
            pub fn dns_record_type(mut self, value: DnsRecordType) -> Self {
                self$(.$inner)?.dns_record_type = Some(value);
                self
            }

            /// How long others may keep a record; whole seconds. Default: a minute.
            pub fn dns_ttl(mut self, value: Duration) -> Self {
                self$(.$inner)?.dns_ttl = Some(value);
                self
            }

            /// Which instances a query in DNS gives. It only says what is expected: the records and `load_balancer` decide, and
            /// where they decide otherwise this is the warning `servicediscovery::routing-policy`, as the CDK does not
            /// follow the option either. Default: one, by weight, of names and load balancers; else several.
            pub fn routing_policy(mut self, value: RoutingPolicy) -> Self {
                self$(.$inner)?.routing_policy = Some(value);
                self
            }

            /// Whether load balancers are registered. Default: false.
            pub fn load_balancer(mut self, value: bool) -> Self {
                self$(.$inner)?.load_balancer = value;
                self
            }

            /// How Route 53 finds out whether an instance is healthy; of public namespaces. Default: not at all.
            pub fn health_check(mut self, value: HealthCheckConfig) -> Self {
                self$(.$inner)?.health_check = Some(value);
                self
            }

            /// Lets a program of your own say whether an instance is healthy, so many times before it counts; always 1 today,
            /// whatever is given. Default: no such program.
            pub fn custom_health_check(mut self, failure_threshold: Option<i64>) -> Self {
                self$(.$inner)?.custom_health_check = Some(failure_threshold.map(Value::from));
                self
            }
        }
    };
}

struct State {
    construct: Construct,
    resource: CfnService,
    namespace: Rc<dyn INamespace>,
    dns_record_type: DnsRecordType,
    routing_policy: RoutingPolicy,
    discovery_type: DiscoveryType,
}

/// A service of Cloud Map.
#[derive(Clone)]
pub struct Service {
    state: Rc<State>,
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Service({})", self.node().path())
    }
}

impl IConstruct for Service {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IService for Service {
    fn service_name(&self) -> Value<String> {
        self.state.resource.attr_name().into()
    }

    fn service_id(&self) -> Value<String> {
        self.state.resource.attr_id().into()
    }

    fn service_arn(&self) -> Value<String> {
        self.state.resource.attr_arn().into()
    }

    fn namespace(&self) -> Rc<dyn INamespace> {
        self.state.namespace.clone()
    }

    fn dns_record_type(&self) -> DnsRecordType {
        self.state.dns_record_type
    }

    fn routing_policy(&self) -> RoutingPolicy {
        self.state.routing_policy
    }

    fn discovery_type(&self) -> DiscoveryType {
        self.state.discovery_type
    }
}

/// Builds a [`Service`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ServiceBuilder {
    scope: Node,
    id: String,
    namespace: Rc<dyn INamespace>,
    options: ServiceOptions,
}

setters!(ServiceOptions);
setters!(ServiceBuilder.options);

impl ServiceBuilder {
    /// Adds the service. Errors: `servicediscovery::discovery-type`, `servicediscovery::health-check`,
    /// `servicediscovery::routing-policy`, `servicediscovery::load-balancer`, `servicediscovery::dns-ttl`.
    #[track_caller]
    pub fn build(self) -> Service {
        build_service(&self.scope, &self.id, self.namespace, self.options)
    }
}

impl Service {
    /// Starts a service in a namespace.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        namespace: &(impl INamespace + Clone + 'static),
    ) -> ServiceBuilder {
        ServiceBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            namespace: Rc::new(namespace.clone()),
            options: ServiceOptions::new(),
        }
    }

    /// The ARN of the service.
    pub fn service_arn(&self) -> Value<String> {
        IService::service_arn(self)
    }

    /// Registers a load balancer, by its name in DNS. Errors: `servicediscovery::instance`.
    #[track_caller]
    pub fn register_load_balancer(
        &self,
        id: impl Into<String>,
        load_balancer: &(impl ILoadBalancerV2 + ?Sized),
        options: InstanceOptions,
    ) -> AliasTargetInstance {
        AliasTargetInstance::new(self, id, self, load_balancer.load_balancer_dns_name(), options)
    }

    /// Registers something that has no address, by attributes. Errors: `servicediscovery::instance`.
    #[track_caller]
    pub fn register_non_ip_instance(&self, id: impl Into<String>, options: InstanceOptions) -> NonIpInstance {
        NonIpInstance::new(self, id, self, options)
    }

    /// Registers an address. Errors: `servicediscovery::instance`.
    #[track_caller]
    pub fn register_ip_instance(&self, id: impl Into<String>, options: IpInstanceOptions) -> IpInstance {
        IpInstance::new(self, id, self, options)
    }

    /// Registers another name. Errors: `servicediscovery::instance`.
    #[track_caller]
    pub fn register_cname_instance(
        &self,
        id: impl Into<String>,
        instance_cname: impl Into<Value<String>>,
        options: InstanceOptions,
    ) -> CnameInstance {
        CnameInstance::new(self, id, self, instance_cname, options)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnService {
        &self.state.resource
    }
}

pub(crate) fn default_discovery_type(namespace: &dyn INamespace) -> DiscoveryType {
    match namespace.namespace_type() {
        NamespaceType::Http => DiscoveryType::Api,
        _ => DiscoveryType::DnsAndApi,
    }
}

#[track_caller]
pub(crate) fn build_service(scope: &Node, id: &str, namespace: Rc<dyn INamespace>, options: ServiceOptions) -> Service {
    let construct = Construct::of_type(scope, id, "aws-cdk-servicediscovery.Service");
    let discovery_type = options.discovery_type.unwrap_or_else(|| default_discovery_type(&*namespace));
    let is_weighted = options.dns_record_type == Some(DnsRecordType::Cname) || options.load_balancer;
    let routing_policy = if is_weighted { RoutingPolicy::Weighted } else { RoutingPolicy::Multivalue };
    check(&construct, &*namespace, discovery_type, routing_policy, &options);
    let dns_record_type = options.dns_record_type.unwrap_or(DnsRecordType::A);
    let mut resource = CfnService::builder(&construct, "Resource").namespace_id(namespace.namespace_id());
    if discovery_type == DiscoveryType::DnsAndApi {
        let records = dns_records(&construct, dns_record_type, options.dns_ttl);
        resource = resource.dns_config(
            DnsConfigProperty::new()
                .dns_records(records)
                .namespace_id(namespace.namespace_id())
                .routing_policy(routing_policy.as_str()),
        );
    }
    if options.discovery_type == Some(DiscoveryType::Api) {
        resource = resource.r#type("HTTP");
    }
    if let Some(name) = options.name {
        resource = resource.name(name);
    }
    if let Some(description) = options.description {
        resource = resource.description(description);
    }
    if let Some(check) = options.health_check {
        resource = resource.health_check_config(health_check(check));
    }
    if let Some(threshold) = options.custom_health_check {
        let mut config = HealthCheckCustomConfigProperty::new();
        if let Some(threshold) = threshold {
            config = config.failure_threshold(threshold);
        }
        resource = resource.health_check_custom_config(config);
    }
    let resource = resource.build();
    let state = State { construct, resource, namespace, dns_record_type, routing_policy, discovery_type };
    Service { state: Rc::new(state) }
}

fn health_check(check: HealthCheckConfig) -> HealthCheckConfigProperty {
    let path = match check.health_check_type {
        Some(HealthCheckType::Tcp) => check.resource_path,
        _ => Some(check.resource_path.unwrap_or_else(|| "/".into())),
    };
    let property = HealthCheckConfigProperty::new()
        .r#type(check.health_check_type.unwrap_or(HealthCheckType::Http).as_str())
        .failure_threshold(check.failure_threshold.unwrap_or_else(|| 1.into()));
    match path {
        Some(path) => property.resource_path(path),
        None => property,
    }
}

#[track_caller]
fn dns_records(construct: &Construct, record: DnsRecordType, ttl: Option<Duration>) -> Value<Vec<DnsRecordProperty>> {
    let seconds = match ttl.unwrap_or(Duration::minutes(1)).to_seconds() {
        Ok(seconds) => seconds,
        Err(error) => {
            let diagnostic =
                Diagnostic::error("servicediscovery::dns-ttl", format!("the time to live cannot be used: {error}"));
            construct.node().report(diagnostic.help("use whole seconds"));
            0
        }
    };
    let kinds: &[&str] = match record {
        DnsRecordType::A => &["A"],
        DnsRecordType::Aaaa => &["AAAA"],
        DnsRecordType::AAaaa => &["A", "AAAA"],
        DnsRecordType::Srv => &["SRV"],
        DnsRecordType::Cname => &["CNAME"],
        _ => &[],
    };
    kinds.iter().map(|kind| DnsRecordProperty::new().ttl(seconds).r#type(*kind)).collect()
}

/// The rules are Cloud Map's: <https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html>.
#[track_caller]
fn check(
    construct: &Construct,
    namespace: &dyn INamespace,
    discovery_type: DiscoveryType,
    routing_policy: RoutingPolicy,
    options: &ServiceOptions,
) {
    let node = construct.node();
    if namespace.namespace_type() == NamespaceType::Http && discovery_type == DiscoveryType::DnsAndApi {
        let message = "a service of an HTTP namespace is not found by DNS";
        let diagnostic = Diagnostic::error("servicediscovery::discovery-type", message);
        node.report(diagnostic.help("leave `discovery_type` out, or use a DNS namespace"));
    }
    let has_dns = options.routing_policy.is_some() || options.dns_record_type.is_some();
    if discovery_type == DiscoveryType::Api && has_dns {
        let message = "a service that is found by the API alone has no records in DNS";
        let diagnostic = Diagnostic::error("servicediscovery::discovery-type", message);
        node.report(diagnostic.help("leave `routing_policy` and `dns_record_type` out"));
    }
    let health = options.health_check.as_ref();
    let is_private = namespace.namespace_type() == NamespaceType::DnsPrivate;
    let tcp_with_path = health
        .is_some_and(|check| check.health_check_type == Some(HealthCheckType::Tcp) && check.resource_path.is_some());
    let message = if health.is_some() && options.custom_health_check.is_some() {
        Some("both Route 53 and a program check the health of instances")
    } else if health.is_some() && is_private {
        Some("Route 53 does not reach instances of a private namespace")
    } else if tcp_with_path {
        Some("a check by TCP has no path")
    } else {
        None
    };
    if let Some(message) = message {
        let diagnostic = Diagnostic::error("servicediscovery::health-check", message);
        node.report(diagnostic.help("set what fits: `health_check` in public namespaces, else `custom_health_check`"));
    }
    check_records(node, discovery_type, routing_policy, options);
}

#[track_caller]
fn check_records(node: &Node, discovery_type: DiscoveryType, routing_policy: RoutingPolicy, options: &ServiceOptions) {
    let record = options.dns_record_type.unwrap_or(DnsRecordType::A);
    let is_multivalue = options.routing_policy == Some(RoutingPolicy::Multivalue);
    if is_multivalue && (options.dns_record_type == Some(DnsRecordType::Cname) || options.load_balancer) {
        let message = "another name, or a load balancer, is one answer";
        let diagnostic = Diagnostic::error("servicediscovery::routing-policy", message);
        node.report(diagnostic.help("leave `routing_policy` out"));
    } else if discovery_type == DiscoveryType::DnsAndApi
        && options.routing_policy.is_some_and(|it| it != routing_policy)
    {
        let message = format!("queries are answered by {}", routing_policy.as_str());
        let warning = Diagnostic::warning("servicediscovery::routing-policy", message);
        node.report(warning.help("set `load_balancer(true)`, or the L1's `DnsConfig.RoutingPolicy`"));
    }
    if options.load_balancer && matches!(record, DnsRecordType::Srv | DnsRecordType::Cname) {
        let message = "load balancers are registered by addresses";
        let diagnostic = Diagnostic::error("servicediscovery::load-balancer", message);
        node.report(diagnostic.help("use records of the type A or AAAA"));
    }
}

/// What is known of a service that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct ServiceAttributes {
    namespace: Rc<dyn INamespace>,
    service_name: Value<String>,
    service_id: Value<String>,
    service_arn: Value<String>,
    dns_record_type: DnsRecordType,
    routing_policy: RoutingPolicy,
    discovery_type: Option<DiscoveryType>,
}

impl ServiceAttributes {
    /// The namespace, name, id and ARN of the service, and what it has in DNS.
    pub fn new(
        namespace: &(impl INamespace + Clone + 'static),
        service_name: impl Into<Value<String>>,
        service_id: impl Into<Value<String>>,
        service_arn: impl Into<Value<String>>,
        dns: (DnsRecordType, RoutingPolicy),
    ) -> Self {
        Self {
            namespace: Rc::new(namespace.clone()),
            service_name: service_name.into(),
            service_id: service_id.into(),
            service_arn: service_arn.into(),
            dns_record_type: dns.0,
            routing_policy: dns.1,
            discovery_type: None,
        }
    }

    /// How the service is found. Default: by the API in HTTP namespaces, in others by DNS as well.
    pub fn discovery_type(mut self, value: DiscoveryType) -> Self {
        self.discovery_type = Some(value);
        self
    }
}

/// A service that exists already.
#[derive(Clone, Debug)]
pub struct ImportedService {
    construct: Construct,
    attributes: ServiceAttributes,
}

impl Service {
    /// A service that exists, by what is known of it.
    #[track_caller]
    pub fn from_service_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: ServiceAttributes,
    ) -> ImportedService {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-servicediscovery.Service");
        ImportedService { construct, attributes }
    }
}

impl IConstruct for ImportedService {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IService for ImportedService {
    fn service_name(&self) -> Value<String> {
        self.attributes.service_name.clone()
    }

    fn service_id(&self) -> Value<String> {
        self.attributes.service_id.clone()
    }

    fn service_arn(&self) -> Value<String> {
        self.attributes.service_arn.clone()
    }

    fn namespace(&self) -> Rc<dyn INamespace> {
        self.attributes.namespace.clone()
    }

    fn dns_record_type(&self) -> DnsRecordType {
        self.attributes.dns_record_type
    }

    fn routing_policy(&self) -> RoutingPolicy {
        self.attributes.routing_policy
    }

    fn discovery_type(&self) -> DiscoveryType {
        self.attributes.discovery_type.unwrap_or_else(|| default_discovery_type(&*self.attributes.namespace))
    }
}
