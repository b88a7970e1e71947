//! Application load balancers: they share HTTP requests among targets.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_elasticloadbalancingv2::{ApplicationLoadBalancer, ApplicationLoadBalancerRedirect};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(
//!     &stack,
//!     "Vpc",
//!     VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).public_subnets(["subnet-00000001"]),
//! );
//! let load_balancer = ApplicationLoadBalancer::builder(&stack, "LoadBalancer", &vpc)
//!     .internet_facing(true)
//!     .idle_timeout(Duration::seconds(30))
//!     .build();
//! load_balancer.add_redirect(ApplicationLoadBalancerRedirect::new()); // from HTTP to HTTPS
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnLoadBalancer;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Lazy, Names, Node, PhysicalName, Value};
use aws_cdk_ec2::SecurityGroup;
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, IVpc, SubnetSelection};
use aws_cdk_interfaces::elasticloadbalancingv2::ILoadBalancerV2;
use aws_cdk_interfaces::s3::IBucket;

use super::application_listener::{ApplicationListener, build_listener};
use super::listener_action::{ListenerAction, RedirectOptions};
use super::listener_options::ApplicationListenerOptions;
use crate::shared::load_balancer::{LoadBalancerBaseOptions, LoadBalancerCore};
use crate::shared::target_group::whole_seconds;
use crate::shared::{ApplicationProtocol, DesyncMitigationMode, IpAddressType, XffHeaderProcessingMode};

/// An application load balancer, made here or imported.
pub trait IApplicationLoadBalancer: ILoadBalancerV2 + IConnectable {
    /// The VPC. Default: unknown, of an import.
    fn vpc(&self) -> Option<Rc<dyn IVpc>>;

    /// The versions of IP. Default: unknown, of an import.
    fn ip_address_type(&self) -> Option<IpAddressType> {
        None
    }
}

impl<T: IApplicationLoadBalancer + ?Sized> IApplicationLoadBalancer for Rc<T> {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        (**self).vpc()
    }

    fn ip_address_type(&self) -> Option<IpAddressType> {
        (**self).ip_address_type()
    }
}

struct State {
    core: LoadBalancerCore,
    connections: Connections,
    listeners: RefCell<Vec<ApplicationListener>>,
}

/// An application load balancer.
#[derive(Clone)]
pub struct ApplicationLoadBalancer {
    state: Rc<State>,
}

impl fmt::Debug for ApplicationLoadBalancer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApplicationLoadBalancer({})", self.node().path())
    }
}

impl IConstruct for ApplicationLoadBalancer {
    fn node(&self) -> &Node {
        self.state.core.construct.node()
    }
}

impl IConnectable for ApplicationLoadBalancer {
    fn connections(&self) -> Connections {
        self.state.connections.clone()
    }
}

impl ILoadBalancerV2 for ApplicationLoadBalancer {
    fn load_balancer_arn(&self) -> Value<String> {
        self.state.core.resource.ref_().into()
    }

    fn load_balancer_dns_name(&self) -> Value<String> {
        self.state.core.resource.attr_dns_name().into()
    }

    fn load_balancer_canonical_hosted_zone_id(&self) -> Value<String> {
        self.state.core.resource.attr_canonical_hosted_zone_id().into()
    }
}

impl IApplicationLoadBalancer for ApplicationLoadBalancer {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        Some(self.state.core.vpc.clone())
    }

    fn ip_address_type(&self) -> Option<IpAddressType> {
        Some(self.state.core.ip_address_type.unwrap_or(IpAddressType::Ipv4))
    }
}

/// From where to where requests are redirected.
#[must_use]
#[derive(Clone, Debug)]
pub struct ApplicationLoadBalancerRedirect {
    source_protocol: ApplicationProtocol,
    source_port: i64,
    target_protocol: ApplicationProtocol,
    target_port: i64,
    open: bool,
}

impl Default for ApplicationLoadBalancerRedirect {
    fn default() -> Self {
        Self {
            source_protocol: ApplicationProtocol::Http,
            source_port: 80,
            target_protocol: ApplicationProtocol::Https,
            target_port: 443,
            open: true,
        }
    }
}

impl ApplicationLoadBalancerRedirect {
    /// From HTTP on port 80 to HTTPS on port 443.
    pub fn new() -> Self {
        Self::default()
    }

    /// The protocol of the listener. Default: HTTP.
    pub fn source_protocol(mut self, value: ApplicationProtocol) -> Self {
        self.source_protocol = value;
        self
    }

    /// The port of the listener. Default: 80.
    pub fn source_port(mut self, value: i64) -> Self {
        self.source_port = value;
        self
    }

    /// The protocol to which requests are redirected. Default: HTTPS.
    pub fn target_protocol(mut self, value: ApplicationProtocol) -> Self {
        self.target_protocol = value;
        self
    }

    /// The port to which requests are redirected. Default: 443.
    pub fn target_port(mut self, value: i64) -> Self {
        self.target_port = value;
        self
    }

    /// Whether everybody may call the port. Default: true.
    pub fn open(mut self, value: bool) -> Self {
        self.open = value;
        self
    }
}

impl ApplicationLoadBalancer {
    /// An internal load balancer in a VPC, with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>, vpc: &(impl IVpc + Clone + 'static)) -> Self {
        Self::builder(scope, id, vpc).build()
    }

    /// Starts a load balancer in a VPC.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        vpc: &(impl IVpc + Clone + 'static),
    ) -> ApplicationLoadBalancerBuilder {
        ApplicationLoadBalancerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            base: LoadBalancerBaseOptions::new(Rc::new(vpc.clone())),
            security_group: None,
            attributes: Vec::new(),
            idle_timeout: None,
            client_keep_alive: None,
        }
    }

    /// The ARN of the load balancer.
    pub fn load_balancer_arn(&self) -> Value<String> {
        ILoadBalancerV2::load_balancer_arn(self)
    }

    /// The name in DNS.
    pub fn load_balancer_dns_name(&self) -> Value<String> {
        ILoadBalancerV2::load_balancer_dns_name(self)
    }

    /// The full name, as metrics have it.
    pub fn load_balancer_full_name(&self) -> Value<String> {
        self.state.core.resource.attr_load_balancer_full_name().into()
    }

    /// The name of the load balancer.
    pub fn load_balancer_name(&self) -> Value<String> {
        self.state.core.resource.attr_load_balancer_name().into()
    }

    /// The ids of the security groups.
    pub fn load_balancer_security_groups(&self) -> Value<Vec<String>> {
        self.state.core.resource.attr_security_groups().into()
    }

    /// The connections of the load balancer.
    pub fn connections(&self) -> &Connections {
        &self.state.connections
    }

    /// The listeners added so far.
    pub fn listeners(&self) -> Vec<ApplicationListener> {
        self.state.listeners.borrow().clone()
    }

    /// Adds a listener. Errors: as those of [`ApplicationListenerBuilder::build`](super::ApplicationListenerBuilder::build).
    #[track_caller]
    pub fn add_listener(&self, id: impl AsRef<str>, options: ApplicationListenerOptions) -> ApplicationListener {
        let listener = build_listener(self.node(), id.as_ref(), Rc::new(self.clone()), options);
        self.state.listeners.borrow_mut().push(listener.clone());
        listener
    }

    /// Adds a listener that redirects requests.
    #[track_caller]
    pub fn add_redirect(&self, redirect: ApplicationLoadBalancerRedirect) -> ApplicationListener {
        let target = RedirectOptions::new()
            .port(redirect.target_port.to_string())
            .protocol(redirect.target_protocol.as_str())
            .permanent(true);
        let options = ApplicationListenerOptions::new()
            .protocol(redirect.source_protocol)
            .port(redirect.source_port)
            .open(redirect.open)
            .default_action(ListenerAction::redirect(target));
        self.add_listener(format!("Redirect{}To{}", redirect.source_port, redirect.target_port), options)
    }

    /// Adds a security group.
    pub fn add_security_group(&self, security_group: impl ISecurityGroup + 'static) {
        self.state.connections.add_security_group(Rc::new(security_group));
    }

    /// Writes the access logs into a bucket, whose policy then lets it; keys start with the prefix, which may be empty.
    ///
    /// Errors: a bucket that a KMS key encrypts is `elasticloadbalancingv2::logs-encryption`, a stack without a region
    /// `elasticloadbalancingv2::no-region`. The policy of an imported bucket is not changed: the warning
    /// `elasticloadbalancingv2::logs-policy`.
    #[track_caller]
    pub fn log_access_logs(&self, bucket: &(impl IBucket + ?Sized), prefix: &str) {
        self.state.core.log_unless_encrypted("access_logs", bucket, prefix);
    }

    /// Writes the connection logs into a bucket, whose policy then lets it; keys start with the prefix, which may be empty.
    ///
    /// Errors: a bucket that a KMS key encrypts is `elasticloadbalancingv2::logs-encryption`, a stack without a region
    /// `elasticloadbalancingv2::no-region`. The policy of an imported bucket is not changed: the warning
    /// `elasticloadbalancingv2::logs-policy`.
    #[track_caller]
    pub fn log_connection_logs(&self, bucket: &(impl IBucket + ?Sized), prefix: &str) {
        self.state.core.log_unless_encrypted("connection_logs", bucket, prefix);
    }

    /// Sets an attribute.
    ///
    /// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html>.
    pub fn set_attribute(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.state.core.attributes.set(key.as_ref(), Some(value.into()));
    }

    /// Removes an attribute.
    pub fn remove_attribute(&self, key: impl AsRef<str>) {
        self.state.core.attributes.set(key.as_ref(), None);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnLoadBalancer {
        &self.state.core.resource
    }
}

/// Builds an [`ApplicationLoadBalancer`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApplicationLoadBalancerBuilder {
    scope: Node,
    id: String,
    base: LoadBalancerBaseOptions,
    security_group: Option<Rc<dyn ISecurityGroup>>,
    /// Attributes by their rank, since the template has them in a fixed order.
    attributes: Vec<(u8, &'static str, String)>,
    idle_timeout: Option<Duration>,
    client_keep_alive: Option<Duration>,
}

impl ApplicationLoadBalancerBuilder {
    fn attribute(mut self, rank: u8, key: &'static str, value: impl ToString) -> Self {
        self.attributes.retain(|(_, known, _)| *known != key);
        self.attributes.push((rank, key, value.to_string()));
        self
    }

    fn attribute_if(mut self, rank: u8, key: &'static str, value: bool) -> Self {
        self.attributes.retain(|(_, known, _)| *known != key);
        if value { self.attribute(rank, key, true) } else { self }
    }

    /// The name, up to 32 letters, digits and hyphens. Default: one that CloudFormation makes.
    pub fn load_balancer_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.base.load_balancer_name = Some(value.into());
        self
    }

    /// Whether the internet can reach it. Default: false.
    pub fn internet_facing(mut self, value: bool) -> Self {
        self.base.internet_facing = value;
        self
    }

    /// The subnets. Default: the public ones if the internet can reach it, else the private ones.
    pub fn vpc_subnets(mut self, value: SubnetSelection) -> Self {
        self.base.vpc_subnets = Some(value);
        self
    }

    /// Whether it cannot be deleted. Default: false.
    pub fn deletion_protection(mut self, value: bool) -> Self {
        self.base.deletion_protection = value;
        self
    }

    /// Whether targets of all availability zones get requests, which is always so: false is the error
    /// `elasticloadbalancingv2::cross-zone`. Default: true.
    pub fn cross_zone_enabled(mut self, value: bool) -> Self {
        self.base.cross_zone_enabled = Some(value);
        self
    }

    /// Whether IPv6 traffic of the internet gateway is refused; of load balancers with IPv6. Default: as its scheme says.
    pub fn deny_all_igw_traffic(mut self, value: bool) -> Self {
        self.base.deny_all_igw_traffic = Some(value);
        self
    }

    /// The capacity that is kept ready, in units, at least 100. Default: none.
    pub fn minimum_capacity_unit(mut self, value: i64) -> Self {
        self.base.minimum_capacity_unit = Some(value);
        self
    }

    /// The versions of IP. Default: IPv4.
    pub fn ip_address_type(mut self, value: IpAddressType) -> Self {
        self.base.ip_address_type = Some(value);
        self
    }

    /// The security group. Default: a new one.
    pub fn security_group(mut self, value: impl ISecurityGroup + 'static) -> Self {
        self.security_group = Some(Rc::new(value));
        self
    }

    /// Whether clients may use HTTP/2. Default: that of Elastic Load Balancing, true.
    pub fn http2_enabled(self, value: bool) -> Self {
        self.attribute(0, "routing.http2.enabled", value)
    }

    /// How long a connection may be idle, 1 to 4,000 whole seconds. Default: that of Elastic Load Balancing, 60 seconds.
    pub fn idle_timeout(mut self, value: Duration) -> Self {
        self.idle_timeout = Some(value);
        self
    }

    /// Whether headers that are not valid are removed. Default: that of Elastic Load Balancing, false.
    pub fn drop_invalid_header_fields(self, value: bool) -> Self {
        self.attribute(2, "routing.http.drop_invalid_header_fields.enabled", value)
    }

    /// What is done with requests that could be smuggled. Default: that of Elastic Load Balancing, those that are a risk do not
    /// pass.
    pub fn desync_mitigation_mode(self, value: DesyncMitigationMode) -> Self {
        self.attribute(3, "routing.http.desync_mitigation_mode", value.as_str())
    }

    /// Whether the header `Host` stays as it is. Default: false.
    pub fn preserve_host_header(self, value: bool) -> Self {
        self.attribute_if(4, "routing.http.preserve_host_header.enabled", value)
    }

    /// Whether headers say by which version of TLS and which cipher a request came. Default: false.
    pub fn x_amzn_tls_version_and_cipher_suite_headers(self, value: bool) -> Self {
        self.attribute_if(5, "routing.http.x_amzn_tls_version_and_cipher_suite.enabled", value)
    }

    /// Whether the header `X-Forwarded-For` has the client's port. Default: false.
    pub fn preserve_xff_client_port(self, value: bool) -> Self {
        self.attribute_if(6, "routing.http.xff_client_port.enabled", value)
    }

    /// What is done with the header `X-Forwarded-For`. Default: that of Elastic Load Balancing, the address is added.
    pub fn xff_header_processing_mode(self, value: XffHeaderProcessingMode) -> Self {
        self.attribute(7, "routing.http.xff_header_processing.mode", value.as_str())
    }

    /// Whether requests pass when AWS WAF cannot be asked. Default: false.
    pub fn waf_fail_open(self, value: bool) -> Self {
        self.attribute_if(8, "waf.fail_open.enabled", value)
    }

    /// How long connections of clients stay, 60 to 604,800 whole seconds. Default: that of Elastic Load Balancing, an hour.
    pub fn client_keep_alive(mut self, value: Duration) -> Self {
        self.client_keep_alive = Some(value);
        self
    }

    /// Adds the load balancer. Errors: `elasticloadbalancingv2::name`, `elasticloadbalancingv2::cross-zone`,
    /// `elasticloadbalancingv2::ip-address-type`, `elasticloadbalancingv2::capacity`, `elasticloadbalancingv2::duration`, and
    /// those of selections.
    #[track_caller]
    pub fn build(mut self) -> ApplicationLoadBalancer {
        let name = "aws-cdk-elasticloadbalancingv2.ApplicationLoadBalancer";
        let construct = Construct::of_type(&self.scope, &self.id, name);
        check(&construct, &self);
        if let Some(seconds) = whole_seconds(&construct, self.idle_timeout) {
            self = self.attribute(1, "idle_timeout.timeout_seconds", seconds);
        }
        if let Some(seconds) = keep_alive_seconds(&construct, self.client_keep_alive) {
            self = self.attribute(9, "client_keep_alive.seconds", seconds);
        }
        // The security group stands after the load balancer in the template.
        let connections = Connections::new([]);
        let groups = connections.clone();
        let vpc = self.base.vpc.clone();
        let core = LoadBalancerCore::new(construct, "application", self.base, None, |resource| {
            resource.security_groups(Lazy::list(move || {
                groups.security_groups().iter().map(|group| group.security_group_id()).collect()
            }))
        });
        let group = self.security_group.unwrap_or_else(|| default_security_group(&core.construct, &vpc));
        connections.add_security_group(group);
        self.attributes.sort_by_key(|(rank, ..)| *rank);
        for (_, key, value) in self.attributes {
            core.attributes.set(key, Some(value.into()));
        }
        ApplicationLoadBalancer { state: Rc::new(State { core, connections, listeners: RefCell::default() }) }
    }
}

/// The security group of a load balancer that is given none.
#[track_caller]
pub(crate) fn default_security_group(construct: &Construct, vpc: &Rc<dyn IVpc>) -> Rc<dyn ISecurityGroup> {
    let description = format!("Automatically created Security Group for ELB {}", Names::unique_id(construct));
    let group =
        SecurityGroup::builder(construct, "SecurityGroup", vpc).description(description).allow_all_outbound(false);
    Rc::new(group.build())
}

#[track_caller]
fn keep_alive_seconds(construct: &Construct, duration: Option<Duration>) -> Option<u64> {
    let seconds = whole_seconds(construct, duration)?;
    if !(60..=604_800).contains(&seconds) {
        let message = format!("connections of clients stay for {seconds} seconds");
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::duration", message);
        construct.node().report(diagnostic.help("use 60 to 604,800 seconds"));
    }
    Some(seconds)
}

#[track_caller]
fn check(construct: &Construct, builder: &ApplicationLoadBalancerBuilder) {
    let node = construct.node();
    if builder.base.minimum_capacity_unit.is_some_and(|units| units < 100) {
        let message = "an application load balancer keeps at least 100 units ready";
        node.report(Diagnostic::error("elasticloadbalancingv2::capacity", message).help("use 100 or more, or none"));
    }
    let is_public_ipv6 = builder.base.ip_address_type == Some(IpAddressType::DualStackWithoutPublicIpv4);
    if is_public_ipv6 && !builder.base.internet_facing {
        let message = "an internal load balancer has no public addresses that could be IPv6 alone";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::ip-address-type", message);
        node.report(diagnostic.help("set `internet_facing(true)`"));
    }
    if builder.base.cross_zone_enabled == Some(false) {
        let message = "an application load balancer always uses targets of all zones";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::cross-zone", message);
        node.report(diagnostic.help("leave `cross_zone_enabled` out; a target group can have it off"));
    }
}
