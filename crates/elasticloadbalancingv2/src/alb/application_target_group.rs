//! Target groups of application load balancers.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_elasticloadbalancingv2::{ApplicationTargetGroup, HealthCheck, IpTarget, TargetType};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(&stack, "Vpc", VpcAttributes::new("vpc-00000001", ["eu-west-1a"]));
//! let books = ApplicationTargetGroup::builder(&stack, "Books")
//!     .vpc(&vpc)
//!     .port(80)
//!     .target_type(TargetType::Ip)
//!     .health_check(HealthCheck::new().path("/health").interval(Duration::minutes(1)))
//!     .build();
//! books.add_target(&IpTarget::new("10.0.0.10").port(8080));
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnTargetGroup;
use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, IVpc, Port};
use aws_cdk_interfaces::elasticloadbalancingv2::IApplicationListener;

use super::listener_options::protocol_and_port;
use crate::shared::target_group::{TargetGroupBaseOptions, TargetGroupCore, Traffic, whole_seconds};
use crate::shared::{
    ApplicationProtocol, ApplicationProtocolVersion, HealthCheck, IApplicationLoadBalancerTarget, ITargetGroup,
    Protocol, TargetGroupHealth, TargetGroupIpAddressType, TargetGroupLoadBalancingAlgorithmType, TargetType,
};

/// A target group of application load balancers, made here or imported.
pub trait IApplicationTargetGroup: ITargetGroup {
    /// Lets the group know of a listener that uses it, and the construct that attaches it.
    fn register_listener(&self, listener: &Rc<dyn IApplicationListener>, attaches: &Node);

    /// Lets all load balancers of the group call what stands behind targets, on a port. Default: that of the group.
    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Option<Port>);
}

impl<T: ITargetGroup + ?Sized> ITargetGroup for Rc<T> {
    fn target_group_arn(&self) -> Value<String> {
        (**self).target_group_arn()
    }

    fn target_group_name(&self) -> Value<String> {
        (**self).target_group_name()
    }

    fn load_balancer_attached(&self) -> DependencyGroup {
        (**self).load_balancer_attached()
    }
}

impl<T: IApplicationTargetGroup + ?Sized> IApplicationTargetGroup for Rc<T> {
    fn register_listener(&self, listener: &Rc<dyn IApplicationListener>, attaches: &Node) {
        (**self).register_listener(listener, attaches);
    }

    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Option<Port>) {
        (**self).register_connectable(connectable, port_range);
    }
}

struct State {
    core: TargetGroupCore,
    default_port: Option<Value<i64>>,
    members: RefCell<Vec<(Connections, Port)>>,
    listeners: RefCell<Vec<Rc<dyn IApplicationListener>>>,
}

/// A target group of application load balancers.
#[derive(Clone)]
pub struct ApplicationTargetGroup {
    state: Rc<State>,
}

impl fmt::Debug for ApplicationTargetGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApplicationTargetGroup({})", self.node().path())
    }
}

impl IConstruct for ApplicationTargetGroup {
    fn node(&self) -> &Node {
        self.state.core.construct.node()
    }
}

impl ITargetGroup for ApplicationTargetGroup {
    fn target_group_arn(&self) -> Value<String> {
        self.state.core.resource.ref_().into()
    }

    fn target_group_name(&self) -> Value<String> {
        self.state.core.resource.attr_target_group_name().into()
    }

    fn load_balancer_attached(&self) -> DependencyGroup {
        self.state.core.attached.clone()
    }
}

impl IApplicationTargetGroup for ApplicationTargetGroup {
    fn register_listener(&self, listener: &Rc<dyn IApplicationListener>, attaches: &Node) {
        let members = self.state.members.borrow().clone();
        for (connections, port) in members {
            listener.register_connectable(&connections, port);
        }
        self.state.listeners.borrow_mut().push(listener.clone());
        self.state.core.listeners.borrow_mut().push(listener.listener_arn());
        self.state.core.attached.add(attaches);
    }

    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Option<Port>) {
        let Some(port) = port_range.or_else(|| self.state.default_port.clone().map(Port::tcp)) else {
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-port", "the port of a target is not known");
            let help = "name the port, or set `port` of the target group";
            self.node().report(diagnostic.help(help).at(self.node().location()));
            return;
        };
        self.state.members.borrow_mut().push((connectable.connections(), port.clone()));
        let listeners = self.state.listeners.borrow().clone();
        for listener in listeners {
            listener.register_connectable(connectable, port.clone());
        }
    }
}

/// What a target group of application load balancers is to be.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ApplicationTargetGroupOptions {
    pub(crate) base: TargetGroupBaseOptions,
    protocol: Option<ApplicationProtocol>,
    protocol_version: Option<ApplicationProtocolVersion>,
    port: Option<Value<i64>>,
    slow_start: Option<Duration>,
    stickiness_cookie_duration: Option<Duration>,
    stickiness_cookie_name: Option<String>,
    load_balancing_algorithm_type: Option<TargetGroupLoadBalancingAlgorithmType>,
    enable_anomaly_mitigation: Option<bool>,
    multi_value_headers_enabled: bool,
    targets: Vec<Rc<dyn IApplicationLoadBalancerTarget>>,
}

impl ApplicationTargetGroupOptions {
    /// A target group without anything.
    pub fn new() -> Self {
        Self::default()
    }
}

macro_rules! setters {
    ($type:ident $(. $inner:ident)?) => {
        impl $type {
            /// The name, up to 32 letters, digits and hyphens. Default: one that CloudFormation makes.
            pub fn target_group_name(mut self, value: impl Into<Value<String>>) -> Self {
                self$(.$inner)?.base.target_group_name = Some(value.into());
                self
            }

            /// The VPC of the targets; required, unless they are Lambda functions. Default: none.
            pub fn vpc(mut self, value: &(impl IVpc + Clone + 'static)) -> Self {
                self$(.$inner)?.base.vpc = Some(Rc::new(value.clone()));
                self
            }

            /// How long a target that is removed may finish its requests, up to an hour; whole seconds. Default: that of
            /// Elastic Load Balancing, 5 minutes.
            pub fn deregistration_delay(mut self, value: Duration) -> Self {
                self$(.$inner)?.base.deregistration_delay = Some(value);
                self
            }

            /// How healthy targets are found. Default: as Elastic Load Balancing does it.
            pub fn health_check(mut self, value: HealthCheck) -> Self {
                self$(.$inner)?.base.health_check = value;
                self
            }

            /// What the targets are. Default: what the first target is.
            pub fn target_type(mut self, value: TargetType) -> Self {
                self$(.$inner)?.base.target_type = Some(value);
                self
            }

            /// Whether targets of all availability zones get requests. Default: as the load balancer has it.
            pub fn cross_zone_enabled(mut self, value: bool) -> Self {
                self$(.$inner)?.base.cross_zone_enabled = Some(value);
                self
            }

            /// The version of IP of the targets. Default: that of Elastic Load Balancing, IPv4.
            pub fn ip_address_type(mut self, value: TargetGroupIpAddressType) -> Self {
                self$(.$inner)?.base.ip_address_type = Some(value);
                self
            }

            /// How many healthy targets the group needs. Default: one.
            pub fn target_group_health(mut self, value: TargetGroupHealth) -> Self {
                self$(.$inner)?.base.target_group_health = value;
                self
            }

            /// The protocol that the targets speak. Default: that which the port is known for.
            pub fn protocol(mut self, value: ApplicationProtocol) -> Self {
                self$(.$inner)?.protocol = Some(value);
                self
            }

            /// The version of HTTP. Default: that of Elastic Load Balancing, HTTP/1.1.
            pub fn protocol_version(mut self, value: ApplicationProtocolVersion) -> Self {
                self$(.$inner)?.protocol_version = Some(value);
                self
            }

            /// The port on which the targets listen. Default: that which the protocol is known for.
            pub fn port(mut self, value: impl Into<Value<i64>>) -> Self {
                self$(.$inner)?.port = Some(value.into());
                self
            }

            /// For how long a new target gets fewer requests, 30 to 900 whole seconds, or none. Default: none.
            pub fn slow_start(mut self, value: Duration) -> Self {
                self$(.$inner)?.slow_start = Some(value);
                self
            }

            /// For how long requests of one client go to the same target, by a cookie; a second to 7 days. Default: none.
            pub fn stickiness_cookie_duration(mut self, value: Duration) -> Self {
                self$(.$inner)?.stickiness_cookie_duration = Some(value);
                self
            }

            /// The cookie of the application that tells clients apart. Default: one of the load balancer.
            pub fn stickiness_cookie_name(mut self, value: impl Into<String>) -> Self {
                self$(.$inner)?.stickiness_cookie_name = Some(value.into());
                self
            }

            /// How targets share requests. Default: that of Elastic Load Balancing, in turn.
            pub fn load_balancing_algorithm_type(mut self, value: TargetGroupLoadBalancingAlgorithmType) -> Self {
                self$(.$inner)?.load_balancing_algorithm_type = Some(value);
                self
            }

            /// Whether targets that answer worse than others get fewer requests; only of weighted random ones. Default: false.
            pub fn enable_anomaly_mitigation(mut self, value: bool) -> Self {
                self$(.$inner)?.enable_anomaly_mitigation = Some(value);
                self
            }

            /// Whether a Lambda function gets headers and parameters with several values. Default: false.
            pub fn multi_value_headers_enabled(mut self, value: bool) -> Self {
                self$(.$inner)?.multi_value_headers_enabled = value;
                self
            }

            /// The targets. Default: none.
            pub fn targets<T: IApplicationLoadBalancerTarget + 'static>(
                mut self,
                targets: impl IntoIterator<Item = T>,
            ) -> Self {
                let targets = targets.into_iter().map(|it| Rc::new(it) as Rc<dyn IApplicationLoadBalancerTarget>);
                self$(.$inner)?.targets.extend(targets);
                self
            }
        }
    };
}

/// Builds an [`ApplicationTargetGroup`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApplicationTargetGroupBuilder {
    scope: Node,
    id: String,
    options: ApplicationTargetGroupOptions,
}

setters!(ApplicationTargetGroupOptions);
setters!(ApplicationTargetGroupBuilder.options);

impl ApplicationTargetGroupBuilder {
    /// Adds the target group. Errors: `elasticloadbalancingv2::no-protocol`, `elasticloadbalancingv2::stickiness`,
    /// `elasticloadbalancingv2::algorithm`, `elasticloadbalancingv2::multi-value-headers`,
    /// `elasticloadbalancingv2::target-type`, `elasticloadbalancingv2::target-group-health`,
    /// `elasticloadbalancingv2::duration`; when synthesizing also `elasticloadbalancingv2::name`,
    /// `elasticloadbalancingv2::no-vpc`, `elasticloadbalancingv2::health-check`.
    #[track_caller]
    pub fn build(self) -> ApplicationTargetGroup {
        ApplicationTargetGroup::with_options(&self.scope, self.id, self.options)
    }
}

impl ApplicationTargetGroup {
    /// Starts a target group.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> ApplicationTargetGroupBuilder {
        let options = ApplicationTargetGroupOptions::new();
        ApplicationTargetGroupBuilder { scope: scope.node().clone(), id: id.into(), options }
    }

    /// A target group with options, as [`ApplicationTargetGroupBuilder::build`] adds it.
    #[track_caller]
    pub fn with_options(scope: &impl IConstruct, id: impl AsRef<str>, options: ApplicationTargetGroupOptions) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.ApplicationTargetGroup");
        let (protocol, port) = protocol_and_port(construct.node(), options.protocol, options.port.clone());
        let traffic = Traffic {
            protocol: protocol.map(ApplicationProtocol::as_str),
            protocol_version: options.protocol_version.map(ApplicationProtocolVersion::as_str),
            port: port.clone(),
        };
        let core = TargetGroupCore::new(construct, options.base.clone(), traffic);
        set_attributes(&core, &options);
        add_validation(&core, protocol.is_some() && port.is_some());
        let state = State { core, default_port: port, members: RefCell::default(), listeners: RefCell::default() };
        let group = Self { state: Rc::new(state) };
        for target in &options.targets {
            group.add_target(&**target);
        }
        if group.state.core.target_type.get() == Some(TargetType::Lambda) {
            group.state.core.attributes.set("stickiness.enabled", None);
        }
        set_anomaly_mitigation(&group.state.core, &options);
        group
    }

    /// The full name, as metrics have it.
    pub fn target_group_full_name(&self) -> Value<String> {
        self.state.core.resource.attr_target_group_full_name().into()
    }

    /// The ARNs of the load balancers that use the group.
    pub fn target_group_load_balancer_arns(&self) -> Value<Vec<String>> {
        self.state.core.resource.attr_load_balancer_arns().into()
    }

    /// The full name of the load balancer of the first listener that uses the group. Without one this is the error
    /// `elasticloadbalancingv2::not-attached`.
    #[track_caller]
    pub fn first_load_balancer_full_name(&self) -> Value<String> {
        self.state.core.first_load_balancer_full_name()
    }

    /// Adds a target. Errors: `elasticloadbalancingv2::target-type`.
    #[track_caller]
    pub fn add_target(&self, target: &(impl IApplicationLoadBalancerTarget + ?Sized)) {
        let props = target.attach_to_application_target_group(self);
        self.state.core.add_target(props);
        if self.state.core.target_type.get() == Some(TargetType::Lambda) {
            self.state.core.attributes.set("stickiness.enabled", None);
        }
    }

    /// Lets requests of one client go to the same target for a time, by a cookie of the application or of the load balancer.
    /// Errors: `elasticloadbalancingv2::stickiness`.
    #[track_caller]
    pub fn enable_cookie_stickiness(&self, duration: Duration, cookie_name: Option<&str>) {
        enable_stickiness(&self.state.core, duration, cookie_name);
    }

    #[track_caller]
    pub(crate) fn metric_names(&self) -> (Value<String>, Value<String>) {
        (self.target_group_full_name(), self.first_load_balancer_full_name())
    }

    /// Replaces the health check.
    pub fn configure_health_check(&self, health_check: HealthCheck) {
        *self.state.core.health_check.borrow_mut() = health_check;
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.state.core.attributes.set(key.as_ref(), Some(value.into()));
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnTargetGroup {
        &self.state.core.resource
    }
}

#[track_caller]
fn set_attributes(core: &TargetGroupCore, options: &ApplicationTargetGroupOptions) {
    let node = core.construct.node();
    let algorithm = options.load_balancing_algorithm_type;
    let is_random = algorithm == Some(TargetGroupLoadBalancingAlgorithmType::WeightedRandom);
    if let Some(seconds) = whole_seconds(&core.construct, options.slow_start) {
        if seconds != 0 && !(30..=900).contains(&seconds) {
            let diagnostic =
                Diagnostic::error("elasticloadbalancingv2::duration", format!("a slow start takes {seconds} seconds"));
            node.report(diagnostic.help("use 30 to 900 seconds, or 0 for none"));
        }
        if is_random {
            let message = "weighted random targets have no slow start";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::algorithm", message);
            node.report(diagnostic.help("leave `slow_start` out, or choose another algorithm"));
        }
        core.attributes.set("slow_start.duration_seconds", Some(seconds.to_string().into()));
    }
    match options.stickiness_cookie_duration {
        Some(duration) => enable_stickiness(core, duration, options.stickiness_cookie_name.as_deref()),
        None => core.attributes.set_flag("stickiness.enabled", false),
    }
    if let Some(algorithm) = algorithm {
        core.attributes.set("load_balancing.algorithm.type", Some(algorithm.as_str().into()));
    }
    if options.multi_value_headers_enabled {
        if core.target_type.get() == Some(TargetType::Lambda) {
            core.attributes.set_flag("lambda.multi_value_headers.enabled", true);
        } else {
            let message = "only Lambda functions get headers with several values";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::multi-value-headers", message);
            node.report(diagnostic.help("set `target_type(TargetType::Lambda)`"));
        }
    }
}

#[track_caller]
fn set_anomaly_mitigation(core: &TargetGroupCore, options: &ApplicationTargetGroupOptions) {
    let Some(enabled) = options.enable_anomaly_mitigation else { return };
    let is_random =
        options.load_balancing_algorithm_type == Some(TargetGroupLoadBalancingAlgorithmType::WeightedRandom);
    if enabled && !is_random {
        let message = "only weighted random targets get fewer requests when they answer worse";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::algorithm", message);
        let help = "set `load_balancing_algorithm_type(TargetGroupLoadBalancingAlgorithmType::WeightedRandom)`";
        core.construct.node().report(diagnostic.help(help));
    }
    let value = if enabled { "on" } else { "off" };
    core.attributes.set("load_balancing.algorithm.anomaly_mitigation", Some(value.into()));
}

#[track_caller]
fn enable_stickiness(core: &TargetGroupCore, duration: Duration, cookie_name: Option<&str>) {
    let Some(seconds) = whole_seconds(&core.construct, Some(duration)) else { return };
    let is_reserved = cookie_name.is_some_and(|name| name.is_empty() || name.starts_with("AWSALB"));
    if is_reserved || !(1..=604_800).contains(&seconds) {
        let message = "requests of one client cannot be told apart that way";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::stickiness", message);
        let help = "use a second to 7 days, and a cookie whose name is not empty and does not start with `AWSALB`";
        core.construct.node().report(diagnostic.help(help));
    }
    let set = |key: &str, value: &str| core.attributes.set(key, Some(value.into()));
    set("stickiness.enabled", "true");
    match cookie_name {
        Some(name) => {
            set("stickiness.type", "app_cookie");
            set("stickiness.app_cookie.cookie_name", name);
            set("stickiness.app_cookie.duration_seconds", &seconds.to_string());
        }
        None => {
            set("stickiness.type", "lb_cookie");
            set("stickiness.lb_cookie.duration_seconds", &seconds.to_string());
        }
    }
}

/// The rules are those of Elastic Load Balancing:
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html>.
fn add_validation(core: &TargetGroupCore, has_traffic: bool) {
    let (target_type, check) = (core.target_type.clone(), core.health_check.clone());
    let location = core.construct.node().location();
    core.construct.node().add_validation(move || {
        let mut found = Vec::new();
        let mut report = |code: &'static str, message: &str, help: &str| {
            found.push(Diagnostic::error(code, message).help(help).at(location));
        };
        match target_type.get() {
            Some(TargetType::Lambda) if has_traffic => report(
                "elasticloadbalancingv2::no-protocol",
                "a Lambda function has no port and no protocol",
                "leave `port` and `protocol` out",
            ),
            Some(kind) if kind != TargetType::Lambda && !has_traffic => report(
                "elasticloadbalancingv2::no-protocol",
                "neither port nor protocol of the targets is known",
                "set `port` or `protocol`",
            ),
            _ => {}
        }
        let check = check.borrow();
        let is_short = check
            .interval
            .zip(check.timeout)
            .is_some_and(|(interval, timeout)| interval.to_milliseconds() <= timeout.to_milliseconds());
        let is_http = check.protocol.is_none_or(|it| matches!(it, Protocol::Http | Protocol::Https));
        if is_short || !is_http {
            report(
                "elasticloadbalancingv2::health-check",
                "the health check takes longer than its interval, or another protocol than HTTP and HTTPS",
                "make `timeout` less than `interval`, and leave `protocol` out",
            );
        }
        found
    });
}
