//! Target groups of network load balancers.

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnTargetGroup;
use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::IVpc;

use crate::shared::target_group::{TargetGroupBaseOptions, TargetGroupCore, Traffic};
use crate::shared::{
    HealthCheck, INetworkLoadBalancerTarget, ITargetGroup, Protocol, TargetGroupHealth, TargetGroupIpAddressType,
    TargetType,
};

/// A target group of network load balancers, made here or imported.
pub trait INetworkTargetGroup: ITargetGroup {
    /// Lets the group know of a listener that uses it.
    fn register_listener(&self, listener: &Node, listener_arn: &Value<String>);
}

impl<T: INetworkTargetGroup + ?Sized> INetworkTargetGroup for Rc<T> {
    fn register_listener(&self, listener: &Node, listener_arn: &Value<String>) {
        (**self).register_listener(listener, listener_arn);
    }
}

/// A target group of network load balancers.
#[derive(Clone)]
pub struct NetworkTargetGroup {
    core: Rc<TargetGroupCore>,
}

impl fmt::Debug for NetworkTargetGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NetworkTargetGroup({})", self.node().path())
    }
}

impl IConstruct for NetworkTargetGroup {
    fn node(&self) -> &Node {
        self.core.construct.node()
    }
}

impl ITargetGroup for NetworkTargetGroup {
    fn target_group_arn(&self) -> Value<String> {
        self.core.resource.ref_().into()
    }

    fn target_group_name(&self) -> Value<String> {
        self.core.resource.attr_target_group_name().into()
    }

    fn load_balancer_attached(&self) -> DependencyGroup {
        self.core.attached.clone()
    }
}

impl INetworkTargetGroup for NetworkTargetGroup {
    fn register_listener(&self, listener: &Node, listener_arn: &Value<String>) {
        self.core.attached.add(listener);
        self.core.listeners.borrow_mut().push(listener_arn.clone());
    }
}

/// What a target group of network load balancers is to be.
#[must_use]
#[derive(Clone, Debug)]
pub struct NetworkTargetGroupOptions {
    pub(super) base: TargetGroupBaseOptions,
    port: Value<i64>,
    pub(super) protocol: Option<Protocol>,
    proxy_protocol_v2: Option<bool>,
    preserve_client_ip: Option<bool>,
    connection_termination: Option<bool>,
    targets: Vec<Rc<dyn INetworkLoadBalancerTarget>>,
}

impl NetworkTargetGroupOptions {
    /// A target group whose targets listen on a port.
    pub fn new(port: impl Into<Value<i64>>) -> Self {
        Self {
            base: TargetGroupBaseOptions::default(),
            port: port.into(),
            protocol: None,
            proxy_protocol_v2: None,
            preserve_client_ip: None,
            connection_termination: None,
            targets: Vec::new(),
        }
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

            /// The VPC of the targets, which is required. Default: that of the load balancer, of targets of a listener.
            pub fn vpc(mut self, value: &(impl IVpc + Clone + 'static)) -> Self {
                self$(.$inner)?.base.vpc = Some(Rc::new(value.clone()));
                self
            }

            /// How long a target that is removed may keep its connections, up to an hour; whole seconds. Default: that of
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

            /// Whether targets of all availability zones get connections. Default: as the load balancer has it.
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

            /// The protocol: TCP, TLS, UDP, or TCP and UDP. Default: that of the listener of which these are targets, else TCP.
            pub fn protocol(mut self, value: Protocol) -> Self {
                self$(.$inner)?.protocol = Some(value);
                self
            }

            /// Whether targets are told about the client by version 2 of the proxy protocol. Default: false.
            pub fn proxy_protocol_v2(mut self, value: bool) -> Self {
                self$(.$inner)?.proxy_protocol_v2 = Some(value);
                self
            }

            /// Whether targets see the address of the client. Default: that of Elastic Load Balancing.
            pub fn preserve_client_ip(mut self, value: bool) -> Self {
                self$(.$inner)?.preserve_client_ip = Some(value);
                self
            }

            /// Whether connections end when a target is removed. Default: false.
            pub fn connection_termination(mut self, value: bool) -> Self {
                self$(.$inner)?.connection_termination = Some(value);
                self
            }

            /// The targets. Default: none.
            pub fn targets<T: INetworkLoadBalancerTarget + 'static>(
                mut self,
                targets: impl IntoIterator<Item = T>,
            ) -> Self {
                let targets = targets.into_iter().map(|it| Rc::new(it) as Rc<dyn INetworkLoadBalancerTarget>);
                self$(.$inner)?.targets.extend(targets);
                self
            }
        }
    };
}

/// Builds a [`NetworkTargetGroup`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct NetworkTargetGroupBuilder {
    scope: Node,
    id: String,
    options: NetworkTargetGroupOptions,
}

setters!(NetworkTargetGroupOptions);
setters!(NetworkTargetGroupBuilder.options);

impl NetworkTargetGroupBuilder {
    /// Adds the target group. Errors: `elasticloadbalancingv2::network-protocol`, `elasticloadbalancingv2::target-type`,
    /// `elasticloadbalancingv2::target-group-health`, `elasticloadbalancingv2::duration`; when synthesizing also
    /// `elasticloadbalancingv2::name`, `elasticloadbalancingv2::no-vpc`, `elasticloadbalancingv2::health-check`.
    #[track_caller]
    pub fn build(self) -> NetworkTargetGroup {
        NetworkTargetGroup::with_options(&self.scope, self.id, self.options)
    }
}

impl NetworkTargetGroup {
    /// Starts a target group whose targets listen on a port.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        port: impl Into<Value<i64>>,
    ) -> NetworkTargetGroupBuilder {
        let options = NetworkTargetGroupOptions::new(port);
        NetworkTargetGroupBuilder { scope: scope.node().clone(), id: id.into(), options }
    }

    /// A target group with options, as [`NetworkTargetGroupBuilder::build`] adds it.
    #[track_caller]
    pub fn with_options(scope: &impl IConstruct, id: impl AsRef<str>, options: NetworkTargetGroupOptions) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.NetworkTargetGroup");
        let protocol = options.protocol.unwrap_or(Protocol::Tcp);
        check_network_protocol(construct.node(), protocol);
        let traffic = Traffic { protocol: Some(protocol.as_str()), protocol_version: None, port: Some(options.port) };
        let core = TargetGroupCore::new(construct, options.base, traffic);
        let flags = [
            ("proxy_protocol_v2.enabled", options.proxy_protocol_v2),
            ("preserve_client_ip.enabled", options.preserve_client_ip),
            ("deregistration_delay.connection_termination.enabled", options.connection_termination),
        ];
        for (key, value) in flags {
            if let Some(value) = value {
                core.attributes.set_flag(key, value);
            }
        }
        add_validation(&core);
        let group = Self { core: Rc::new(core) };
        for target in &options.targets {
            group.add_target(&**target);
        }
        group
    }

    /// The full name, as metrics have it.
    pub fn target_group_full_name(&self) -> Value<String> {
        self.core.resource.attr_target_group_full_name().into()
    }

    /// The full name of the load balancer of the first listener that uses the group. Without one this is the error
    /// `elasticloadbalancingv2::not-attached`.
    #[track_caller]
    pub fn first_load_balancer_full_name(&self) -> Value<String> {
        self.core.first_load_balancer_full_name()
    }

    /// Adds a target. Errors: `elasticloadbalancingv2::target-type`.
    #[track_caller]
    pub fn add_target(&self, target: &(impl INetworkLoadBalancerTarget + ?Sized)) {
        let props = target.attach_to_network_target_group(self);
        self.core.add_target(props);
    }

    #[track_caller]
    pub(crate) fn metric_names(&self) -> (Value<String>, Value<String>) {
        (self.target_group_full_name(), self.first_load_balancer_full_name())
    }

    /// Replaces the health check.
    pub fn configure_health_check(&self, health_check: HealthCheck) {
        *self.core.health_check.borrow_mut() = health_check;
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.core.attributes.set(key.as_ref(), Some(value.into()));
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnTargetGroup {
        &self.core.resource
    }
}

/// Network load balancers do not speak HTTP.
#[track_caller]
pub(super) fn check_network_protocol(node: &Node, protocol: Protocol) {
    if matches!(protocol, Protocol::Http | Protocol::Https) {
        let message = format!("a network load balancer does not speak {}", protocol.as_str());
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::network-protocol", message);
        node.report(diagnostic.help("use TCP, TLS, UDP, or TCP and UDP"));
    }
}

/// The rules are those of Elastic Load Balancing:
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html>.
fn add_validation(core: &TargetGroupCore) {
    let check = core.health_check.clone();
    let location = core.construct.node().location();
    core.construct.node().add_validation(move || {
        let check = check.borrow();
        let seconds = |duration: Option<Duration>| duration.and_then(|it| it.to_seconds().ok());
        let within = |value: Option<u64>, low: u64, high: u64| value.is_none_or(|it| (low..=high).contains(&it));
        let count = |value: &Option<Value<i64>>| {
            let value = value.as_ref().and_then(|value| value.as_literal());
            value.is_none_or(|value| (2..=10).contains(&value))
        };
        let (interval, timeout) = (seconds(check.interval), seconds(check.timeout));
        let message = if !within(interval, 5, 300) {
            "the interval of a health check is 5 to 300 seconds"
        } else if !count(&check.healthy_threshold_count) || !count(&check.unhealthy_threshold_count) {
            "2 to 10 answers or failures make a target healthy or unhealthy"
        } else if matches!(check.protocol, Some(Protocol::Tls | Protocol::Udp | Protocol::TcpUdp)) {
            "a health check is by HTTP, HTTPS or TCP"
        } else if check.protocol == Some(Protocol::Tcp) && check.path.is_some() {
            "a health check by TCP has no path"
        } else if check.protocol.is_some() && !within(timeout, 2, 120) {
            "the timeout of a health check is 2 to 120 seconds"
        } else if interval.zip(timeout).is_some_and(|(interval, timeout)| interval < timeout) {
            "a health check takes longer than its interval"
        } else {
            return Vec::new();
        };
        let problem = Diagnostic::error("elasticloadbalancingv2::health-check", message);
        vec![problem.help("change the health check").at(location)]
    });
}
