//! Listeners of application load balancers.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_ec2::{Vpc, VpcAttributes};
//! use aws_cdk_elasticloadbalancingv2::{
//!     ApplicationListenerOptions, ApplicationLoadBalancer, ApplicationTargetGroupOptions, IpTarget, ListenerAction,
//!     ListenerCondition,
//! };
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let vpc = Vpc::from_vpc_attributes(
//!     &stack,
//!     "Vpc",
//!     VpcAttributes::new("vpc-00000001", ["eu-west-1a"]).private_subnets(["subnet-00000001"]),
//! );
//! let load_balancer = ApplicationLoadBalancer::new(&stack, "LoadBalancer", &vpc);
//! let listener = load_balancer.add_listener("Http", ApplicationListenerOptions::new().port(80).open(false));
//! let targets = ApplicationTargetGroupOptions::new().port(8080).targets([IpTarget::new("10.0.0.10")]);
//! listener.add_targets("Books", targets).build();
//! listener
//!     .add_action("Gone", ListenerAction::fixed_response(410))
//!     .priority(1)
//!     .conditions([ListenerCondition::path_patterns(["/old/*"])])
//!     .build();
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_elasticloadbalancingv2::CfnListener;
use aws_cdk_cfn_elasticloadbalancingv2::cfn_listener::MutualAuthenticationProperty;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{Construct, Diagnostic, FeatureFlags, IConstruct, Json, Lazy, Node, Value, cfn_format};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, IVpc, Peer, Port};
use aws_cdk_interfaces::elasticloadbalancingv2::{IApplicationListener, IListener};

use super::application_listener_rule::{AddAction, AddTargetGroups, AddTargets};
use super::application_load_balancer::IApplicationLoadBalancer;
use super::application_target_group::{ApplicationTargetGroupOptions, IApplicationTargetGroup};
use super::listener_action::ListenerAction;
use super::listener_options::{ApplicationListenerOptions, MutualAuthentication, listener_setters, protocol_and_port};
use crate::shared::attributes::Attributes;
use crate::shared::listener_certificate::Certificates;
use crate::shared::{ApplicationProtocol, IpAddressType, ListenerCertificate, SslPolicy};

struct State {
    construct: Construct,
    resource: CfnListener,
    load_balancer: Rc<dyn IApplicationLoadBalancer>,
    protocol: Option<ApplicationProtocol>,
    certificates: Certificates,
    attributes: Attributes,
    action: Rc<RefCell<Option<ListenerAction>>>,
    connections: Connections,
}

/// A listener of an application load balancer.
#[derive(Clone)]
pub struct ApplicationListener {
    state: Rc<State>,
}

impl fmt::Debug for ApplicationListener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApplicationListener({})", self.node().path())
    }
}

impl IConstruct for ApplicationListener {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl IConnectable for ApplicationListener {
    fn connections(&self) -> Connections {
        self.state.connections.clone()
    }
}

impl IListener for ApplicationListener {
    fn listener_arn(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn load_balancer_vpc(&self) -> Option<Rc<dyn IVpc>> {
        self.state.load_balancer.vpc()
    }
}

impl IApplicationListener for ApplicationListener {
    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Port) {
        let load_balancer = self.state.load_balancer.connections();
        connectable.connections().allow_from(&load_balancer, port_range, Some("Load balancer to target"));
    }
}

/// Builds an [`ApplicationListener`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApplicationListenerBuilder {
    scope: Node,
    id: String,
    load_balancer: Rc<dyn IApplicationLoadBalancer>,
    options: ApplicationListenerOptions,
}

listener_setters!(ApplicationListenerBuilder.options);

impl ApplicationListenerBuilder {
    /// Adds the listener. Errors: `elasticloadbalancingv2::no-protocol`, `elasticloadbalancingv2::two-default-actions`,
    /// `elasticloadbalancingv2::mutual-authentication`, and those of actions; when synthesizing also
    /// `elasticloadbalancingv2::no-default-action`, `elasticloadbalancingv2::no-certificate`.
    #[track_caller]
    pub fn build(self) -> ApplicationListener {
        build_listener(&self.scope, &self.id, self.load_balancer, self.options)
    }
}

impl ApplicationListener {
    /// Starts a listener of a load balancer.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        load_balancer: &(impl IApplicationLoadBalancer + Clone + 'static),
    ) -> ApplicationListenerBuilder {
        ApplicationListenerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            load_balancer: Rc::new(load_balancer.clone()),
            options: ApplicationListenerOptions::new(),
        }
    }

    /// The ARN of the listener.
    pub fn listener_arn(&self) -> Value<String> {
        IListener::listener_arn(self)
    }

    /// The connections of the load balancer, with the port of the listener as the default.
    pub fn connections(&self) -> &Connections {
        &self.state.connections
    }

    /// The load balancer.
    pub fn load_balancer(&self) -> Rc<dyn IApplicationLoadBalancer> {
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

    /// Starts what is done with requests: all that no rule is for, or with a priority and conditions those of a new rule.
    pub fn add_action(&self, id: impl Into<String>, action: ListenerAction) -> AddAction {
        AddAction::new(self.clone(), id.into(), action)
    }

    /// Starts target groups that get requests: all that no rule is for, or with a priority and conditions those of a new rule.
    pub fn add_target_groups<G: IApplicationTargetGroup + 'static>(
        &self,
        id: impl Into<String>,
        target_groups: impl IntoIterator<Item = G>,
    ) -> AddTargetGroups {
        let groups = target_groups.into_iter().map(|group| Rc::new(group) as Rc<dyn IApplicationTargetGroup>);
        AddTargetGroups::new(self.clone(), id.into(), groups.collect())
    }

    /// Starts a new target group that gets requests: all that no rule is for, or with a priority and conditions those of a new
    /// rule. Its VPC is that of the load balancer.
    pub fn add_targets(&self, id: impl Into<String>, options: ApplicationTargetGroupOptions) -> AddTargets {
        AddTargets::new(self.clone(), id.into(), options)
    }

    #[track_caller]
    pub(super) fn set_default_action(&self, action: ListenerAction) {
        let listener: Rc<dyn IApplicationListener> = Rc::new(self.clone());
        let is_https = self.state.protocol.map(|protocol| protocol == ApplicationProtocol::Https);
        action.bind(&listener, is_https, self.node());
        if self.state.action.borrow_mut().replace(action).is_some() {
            self.node().report(
                Diagnostic::warning(
                    "elasticloadbalancingv2::action-replaced",
                    "the listener's default action is replaced",
                )
                .help("set one default action, and give others a priority and conditions"),
            );
        }
    }

    pub(super) fn is_https(&self) -> Option<bool> {
        self.state.protocol.map(|protocol| protocol == ApplicationProtocol::Https)
    }
}

#[track_caller]
pub(super) fn build_listener(
    scope: &Node,
    id: &str,
    load_balancer: Rc<dyn IApplicationLoadBalancer>,
    options: ApplicationListenerOptions,
) -> ApplicationListener {
    let construct = Construct::of_type(scope, id, "aws-cdk-elasticloadbalancingv2.ApplicationListener");
    check(&construct, &options);
    let (protocol, port) = protocol_and_port(construct.node(), options.protocol, options.port.clone());
    let is_https = protocol == Some(ApplicationProtocol::Https);
    let post_quantum = FeatureFlags::of(&construct).is_enabled(flags::USE_POST_QUANTUM_TLS_POLICY);
    let ssl_policy = options.ssl_policy.or_else(|| (is_https && post_quantum).then_some(SslPolicy::TLS13_12_PQ));
    let (certificates, attributes) = (Certificates::default(), Attributes::default());
    let action = Rc::new(RefCell::new(None::<ListenerAction>));
    let rendered = action.clone();
    let mut resource = CfnListener::builder(&construct, "Resource")
        .load_balancer_arn(load_balancer.load_balancer_arn())
        .certificates(certificates.property())
        .listener_attributes(attributes.property())
        .default_actions(Lazy::value(move |_| {
            let actions = rendered.borrow().as_ref().map(ListenerAction::render);
            Some(Value::from_json(actions.unwrap_or_else(|| Json::List(Vec::new()))))
        }));
    if let Some(protocol) = protocol {
        resource = resource.protocol(protocol.as_str());
    }
    if let Some(port) = &port {
        resource = resource.port(port);
    }
    if let Some(policy) = &ssl_policy {
        resource = resource.ssl_policy(policy.as_str());
    }
    if let Some(mutual) = &options.mutual_authentication {
        resource = resource.mutual_authentication(mutual_authentication(mutual));
    }
    let resource = resource.build();
    let groups = load_balancer.connections().security_groups();
    let default_port = port.clone().unwrap_or_else(|| 0.into());
    let connections = Connections::new(groups).with_default_port(Port::tcp(&default_port));
    let state = State { construct, resource, load_balancer, protocol, certificates, attributes, action, connections };
    let listener = ApplicationListener { state: Rc::new(state) };
    if protocol == Some(ApplicationProtocol::Http) && !options.certificates.is_empty() {
        listener.node().report(
            Diagnostic::warning("elasticloadbalancingv2::certificates", "an HTTP listener has no use for certificates")
                .help("set `protocol(ApplicationProtocol::Https)`"),
        );
    }
    listener.add_certificates("DefaultCertificates", options.certificates);
    if let Some(action) = options.default_action {
        listener.set_default_action(action);
    }
    if options.open {
        open(&listener, &default_port);
    }
    add_validation(&listener);
    listener
}

fn mutual_authentication(mutual: &MutualAuthentication) -> MutualAuthenticationProperty {
    let mut property = MutualAuthenticationProperty::new().mode(mutual.mode.as_str());
    if let Some(value) = mutual.advertise_trust_store_ca_names {
        property = property.advertise_trust_store_ca_names(if value { "on" } else { "off" });
    }
    if let Some(value) = mutual.ignore_client_certificate_expiry {
        property = property.ignore_client_certificate_expiry(value);
    }
    if let Some(arn) = &mutual.trust_store_arn {
        property = property.trust_store_arn(arn);
    }
    property
}

/// Lets everybody call the port, by the versions of IP that the load balancer answers publicly.
#[track_caller]
fn open(listener: &ApplicationListener, port: &Value<i64>) {
    let description = || match port.as_literal() {
        Some(port) => format!("Allow from anyone on port {port}").into(),
        None => cfn_format!("Allow from anyone on port {}", Value::<String>::from_json(port.as_json().clone())),
    };
    let connections = &listener.state.connections;
    connections.allow_from_described(&Peer::any_ipv4(), Port::tcp(port), description());
    let without_public_ipv4 =
        FeatureFlags::of(listener).is_enabled(flags::ALB_DUALSTACK_WITHOUT_PUBLIC_IPV4_SECURITY_GROUP_RULES_DEFAULT);
    let has_ipv6 = match listener.state.load_balancer.ip_address_type() {
        Some(IpAddressType::DualStack) => true,
        Some(IpAddressType::DualStackWithoutPublicIpv4) => without_public_ipv4,
        _ => false,
    };
    if has_ipv6 {
        connections.allow_from_described(&Peer::any_ipv6(), Port::tcp(port), description());
    }
}

#[track_caller]
fn check(construct: &Construct, options: &ApplicationListenerOptions) {
    let node = construct.node();
    if options.protocol.is_none() && options.port.is_none() {
        let message = "neither port nor protocol of the listener is known";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::no-protocol", message);
        node.report(diagnostic.help("set `port` or `protocol`"));
    }
    if options.has_two_defaults {
        let message = "the listener has both a default action and default target groups";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::two-default-actions", message);
        node.report(diagnostic.help("set one of them"));
    }
    if options.mutual_authentication.as_ref().is_some_and(|mutual| !mutual.fits()) {
        let message = "certificates of clients are verified without a trust store, or a trust store is not used";
        let diagnostic = Diagnostic::error("elasticloadbalancingv2::mutual-authentication", message);
        node.report(diagnostic.help("use `MutualAuthentication::verify`, and options for that alone"));
    }
}

fn add_validation(listener: &ApplicationListener) {
    let (action, certificates) = (listener.state.action.clone(), listener.state.certificates.clone());
    let (is_https, location) = (listener.is_https() == Some(true), listener.node().location());
    listener.node().add_validation(move || {
        let mut found = Vec::new();
        if action.borrow().is_none() {
            let message = "the listener does nothing with requests";
            let problem = Diagnostic::error("elasticloadbalancingv2::no-default-action", message);
            found.push(problem.help("call `add_action`, `add_targets` or `add_target_groups`").at(location));
        }
        if is_https && certificates.is_empty() {
            let message = "the HTTPS listener has no certificate";
            let problem = Diagnostic::error("elasticloadbalancingv2::no-certificate", message);
            found.push(problem.help("set `certificates`").at(location));
        }
        found
    });
}
