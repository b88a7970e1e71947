//! Listeners of network load balancers.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnListener;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Construct, Diagnostic, Duration, FeatureFlags, IConstruct, Json, Lazy, Node, Value};
use aws_cdk_interfaces::ec2::IVpc;
use aws_cdk_interfaces::elasticloadbalancingv2::{IListener, INetworkListener};

use super::network_listener_action::NetworkListenerAction;
use super::network_load_balancer::INetworkLoadBalancer;
use super::network_target_group::{
    INetworkTargetGroup, NetworkTargetGroup, NetworkTargetGroupOptions, check_network_protocol,
};
use crate::shared::attributes::Attributes;
use crate::shared::listener_certificate::Certificates;
use crate::shared::target_group::whole_seconds;
use crate::shared::{AlpnPolicy, ListenerCertificate, Protocol, SslPolicy};

struct State {
    construct: Construct,
    resource: CfnListener,
    load_balancer: Rc<dyn INetworkLoadBalancer>,
    protocol: Protocol,
    certificates: Certificates,
    attributes: Attributes,
    action: Rc<RefCell<Option<NetworkListenerAction>>>,
}

/// A listener of a network load balancer.
#[derive(Clone)]
pub struct NetworkListener {
    state: Rc<State>,
}

impl fmt::Debug for NetworkListener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NetworkListener({})", self.node().path())
    }
}

impl IConstruct for NetworkListener {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IListener for NetworkListener {
    fn listener_arn(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn load_balancer_vpc(&self) -> Option<Rc<dyn IVpc>> {
        self.state.load_balancer.vpc()
    }
}

impl INetworkListener for NetworkListener {}

/// What a listener of a network load balancer is to be.
#[must_use]
#[derive(Clone, Debug)]
pub struct NetworkListenerOptions {
    port: Value<i64>,
    pub(super) protocol: Option<Protocol>,
    certificates: Vec<ListenerCertificate>,
    ssl_policy: Option<SslPolicy>,
    alpn_policy: Option<AlpnPolicy>,
    default_action: Option<NetworkListenerAction>,
    has_two_defaults: bool,
    tcp_idle_timeout: Option<Duration>,
}

impl NetworkListenerOptions {
    /// A listener on a port; it needs somewhere to pass connections on.
    pub fn new(port: impl Into<Value<i64>>) -> Self {
        Self {
            port: port.into(),
            protocol: None,
            certificates: Vec::new(),
            ssl_policy: None,
            alpn_policy: None,
            default_action: None,
            has_two_defaults: false,
            tcp_idle_timeout: None,
        }
    }

    fn set_default(&mut self, action: NetworkListenerAction) {
        self.has_two_defaults = self.default_action.is_some();
        self.default_action = Some(action);
    }
}

macro_rules! setters {
    ($type:ident $(. $inner:ident)?) => {
        impl $type {
            /// The protocol: TCP, TLS, UDP, or TCP and UDP. Default: TLS with certificates, else TCP.
            pub fn protocol(mut self, value: Protocol) -> Self {
                self$(.$inner)?.protocol = Some(value);
                self
            }

            /// The certificates, the first one the default; TLS listeners need one. Default: none.
            pub fn certificates(mut self, certificates: impl IntoIterator<Item = ListenerCertificate>) -> Self {
                self$(.$inner)?.certificates.extend(certificates);
                self
            }

            /// The protocols and ciphers, of TLS listeners. Default: [`SslPolicy::TLS13_12_PQ`], by the feature flag
            /// `@aws-cdk/aws-elasticloadbalancingv2:usePostQuantumTlsPolicy`; else that of Elastic Load Balancing.
            pub fn ssl_policy(mut self, value: SslPolicy) -> Self {
                self$(.$inner)?.ssl_policy = Some(value);
                self
            }

            /// The protocols preferred in ALPN, of TLS listeners. Default: none.
            pub fn alpn_policy(mut self, value: AlpnPolicy) -> Self {
                self$(.$inner)?.alpn_policy = Some(value);
                self
            }

            /// Where connections are passed on. Default: what is added afterwards.
            pub fn default_action(mut self, value: NetworkListenerAction) -> Self {
                self$(.$inner)?.set_default(value);
                self
            }

            /// The target groups that get connections, in equal shares. Default: what is added afterwards.
            #[track_caller]
            pub fn default_target_groups<G: INetworkTargetGroup + 'static>(
                mut self,
                groups: impl IntoIterator<Item = G>,
            ) -> Self {
                self$(.$inner)?.set_default(NetworkListenerAction::forward(groups));
                self
            }

            /// How long a TCP connection may be idle, 60 to 6,000 whole seconds. Default: that of Elastic Load Balancing, 350
            /// seconds.
            pub fn tcp_idle_timeout(mut self, value: Duration) -> Self {
                self$(.$inner)?.tcp_idle_timeout = Some(value);
                self
            }
        }
    };
}

/// Builds a [`NetworkListener`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct NetworkListenerBuilder {
    scope: Node,
    id: String,
    load_balancer: Rc<dyn INetworkLoadBalancer>,
    options: NetworkListenerOptions,
}

setters!(NetworkListenerOptions);
setters!(NetworkListenerBuilder.options);

impl NetworkListenerBuilder {
    /// Adds the listener. Errors: `elasticloadbalancingv2::network-protocol`, `elasticloadbalancingv2::certificates`,
    /// `elasticloadbalancingv2::two-default-actions`, `elasticloadbalancingv2::duration`, and those of actions; when
    /// synthesizing also `elasticloadbalancingv2::no-default-action`.
    #[track_caller]
    pub fn build(self) -> NetworkListener {
        build_listener(&self.scope, &self.id, self.load_balancer, self.options)
    }
}

impl NetworkListener {
    /// Starts a listener of a load balancer on a port.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        load_balancer: &(impl INetworkLoadBalancer + Clone + 'static),
        port: impl Into<Value<i64>>,
    ) -> NetworkListenerBuilder {
        NetworkListenerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            load_balancer: Rc::new(load_balancer.clone()),
            options: NetworkListenerOptions::new(port),
        }
    }

    /// The ARN of the listener.
    pub fn listener_arn(&self) -> Value<String> {
        IListener::listener_arn(self)
    }

    /// The load balancer.
    pub fn load_balancer(&self) -> Rc<dyn INetworkLoadBalancer> {
        self.state.load_balancer.clone()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnListener {
        &self.state.resource
    }

    /// Adds certificates: the first one as the default, if there is none; others are resources of their own, whose ids begin
    /// with this one.
    #[track_caller]
    pub fn add_certificates(&self, id: impl AsRef<str>, certificates: impl IntoIterator<Item = ListenerCertificate>) {
        self.state.certificates.add(self, &self.listener_arn(), id.as_ref(), certificates);
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, key: impl AsRef<str>, value: impl Into<Value<String>>) {
        self.state.attributes.set(key.as_ref(), Some(value.into()));
    }

    /// Removes an attribute.
    pub fn remove_attribute(&self, key: impl AsRef<str>) {
        self.state.attributes.set(key.as_ref(), None);
    }

    /// Passes connections on to target groups in equal shares.
    #[track_caller]
    pub fn add_target_groups<G: INetworkTargetGroup + 'static>(&self, target_groups: impl IntoIterator<Item = G>) {
        self.add_action(NetworkListenerAction::forward(target_groups));
    }

    /// Says where connections are passed on.
    #[track_caller]
    pub fn add_action(&self, action: NetworkListenerAction) {
        action.bind(self.node(), &self.listener_arn());
        if self.state.action.borrow_mut().replace(action).is_some() {
            let message = "the listener's default action is replaced";
            let warning = Diagnostic::warning("elasticloadbalancingv2::action-replaced", message);
            self.node().report(warning.help("set one default action"));
        }
    }

    /// Adds a new target group that gets connections. Its VPC is that of the load balancer, its protocol that of the listener
    /// unless it says another one. A load balancer whose VPC is not known is the error `elasticloadbalancingv2::no-vpc`.
    #[track_caller]
    pub fn add_targets(&self, id: impl AsRef<str>, mut options: NetworkTargetGroupOptions) -> NetworkTargetGroup {
        options.protocol = options.protocol.or(Some(self.state.protocol));
        if options.base.vpc.is_none() {
            options.base.vpc = self.load_balancer_vpc();
        }
        if options.base.vpc.is_none() {
            let message = "the VPC of the load balancer is not known";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-vpc", message);
            self.node().report(diagnostic.help("import the load balancer with `vpc`"));
        }
        let group = NetworkTargetGroup::with_options(self, format!("{}Group", id.as_ref()), options);
        self.add_target_groups([group.clone()]);
        group
    }
}

#[track_caller]
pub(super) fn build_listener(
    scope: &Node,
    id: &str,
    load_balancer: Rc<dyn INetworkLoadBalancer>,
    options: NetworkListenerOptions,
) -> NetworkListener {
    let construct = Construct::of_type(scope, id, "aws-cdk-elasticloadbalancingv2.NetworkListener");
    let by_certificates = if options.certificates.is_empty() { Protocol::Tcp } else { Protocol::Tls };
    let protocol = options.protocol.unwrap_or(by_certificates);
    check(&construct, protocol, &options);
    let is_tls = protocol == Protocol::Tls;
    let post_quantum = FeatureFlags::of(&construct).is_enabled(flags::USE_POST_QUANTUM_TLS_POLICY);
    let ssl_policy = options.ssl_policy.or_else(|| (is_tls && post_quantum).then_some(SslPolicy::TLS13_12_PQ));
    let (certificates, attributes) = (Certificates::default(), Attributes::default());
    let action = Rc::new(RefCell::new(None::<NetworkListenerAction>));
    let rendered = action.clone();
    let mut resource = CfnListener::builder(&construct, "Resource")
        .load_balancer_arn(load_balancer.load_balancer_arn())
        .protocol(protocol.as_str())
        .port(options.port)
        .certificates(certificates.property())
        .listener_attributes(attributes.property())
        .default_actions(Lazy::value(move |_| {
            let actions = rendered.borrow().as_ref().map(NetworkListenerAction::render);
            Some(Value::from_json(actions.unwrap_or_else(|| Json::List(Vec::new()))))
        }));
    if let Some(policy) = &ssl_policy {
        resource = resource.ssl_policy(policy.as_str());
    }
    if let Some(policy) = options.alpn_policy {
        resource = resource.alpn_policy([policy.as_str()]);
    }
    let resource = resource.build();
    let seconds = whole_seconds(&construct, options.tcp_idle_timeout);
    let state = State { construct, resource, load_balancer, protocol, certificates, attributes, action };
    let listener = NetworkListener { state: Rc::new(state) };
    listener.add_certificates("DefaultCertificates", options.certificates);
    if let Some(action) = options.default_action {
        listener.add_action(action);
    }
    if let Some(seconds) = seconds {
        set_idle_timeout(&listener, seconds);
    }
    let (action, location) = (listener.state.action.clone(), listener.node().location());
    listener.node().add_validation(move || {
        let problem = || {
            let message = "the listener passes connections on to nobody";
            Diagnostic::error("elasticloadbalancingv2::no-default-action", message)
                .help("call `add_action`, `add_targets` or `add_target_groups`")
                .at(location)
        };
        let is_missing = action.borrow().is_none();
        is_missing.then(problem).into_iter().collect()
    });
    listener
}

#[track_caller]
fn set_idle_timeout(listener: &NetworkListener, seconds: u64) {
    if !(60..=6000).contains(&seconds) || listener.state.protocol == Protocol::Udp {
        let message = format!("connections cannot be idle for {seconds} seconds");
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::duration", message);
        listener.node().report(diagnostic.help("use 60 to 6,000 seconds, and leave it out for UDP"));
    }
    listener.set_attribute("tcp.idle_timeout.seconds", seconds.to_string());
}

#[track_caller]
fn check(construct: &Construct, protocol: Protocol, options: &NetworkListenerOptions) {
    let node = construct.node();
    check_network_protocol(node, protocol);
    let is_tls = protocol == Protocol::Tls;
    let message = if is_tls && options.certificates.is_empty() {
        Some("a TLS listener has no certificate")
    } else if !is_tls && !options.certificates.is_empty() {
        Some("only a TLS listener has certificates")
    } else if !is_tls && options.alpn_policy.is_some() {
        Some("only a TLS listener has a policy for ALPN")
    } else {
        None
    };
    if let Some(message) = message {
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::certificates", message);
        node.report(diagnostic.help("set both `protocol(Protocol::Tls)` and `certificates`, or none of these"));
    }
    if options.has_two_defaults {
        let message = "the listener has both a default action and default target groups";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::two-default-actions", message);
        node.report(diagnostic.help("set one of them"));
    }
}
