//! Listeners of application load balancers that exist already.

use std::rc::Rc;

use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, Port};
use aws_cdk_interfaces::elasticloadbalancingv2::{IApplicationListener, IListener};

use super::application_listener::ApplicationListener;
use super::application_listener_rule::ApplicationListenerRule;
use super::application_target_group::IApplicationTargetGroup;
use super::conditions::ListenerCondition;
use super::listener_action::ListenerAction;
use crate::shared::ListenerCertificate;
use crate::shared::listener_certificate::add_certificates;

/// What is known of a listener of an application load balancer that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct ApplicationListenerAttributes {
    listener_arn: Value<String>,
    security_group: Rc<dyn ISecurityGroup>,
    default_port: Option<Value<i64>>,
}

impl ApplicationListenerAttributes {
    /// The ARN of the listener, and the security group of its load balancer.
    pub fn new(listener_arn: impl Into<Value<String>>, security_group: impl ISecurityGroup + 'static) -> Self {
        Self { listener_arn: listener_arn.into(), security_group: Rc::new(security_group), default_port: None }
    }

    /// The port of the listener. Default: unknown.
    pub fn default_port(mut self, value: impl Into<Value<i64>>) -> Self {
        self.default_port = Some(value.into());
        self
    }
}

/// A listener of an application load balancer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedApplicationListener {
    construct: Construct,
    listener_arn: Value<String>,
    connections: Connections,
}

impl ApplicationListener {
    /// A listener that exists, by what is known of it.
    #[track_caller]
    pub fn from_application_listener_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: ApplicationListenerAttributes,
    ) -> ImportedApplicationListener {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.ApplicationListener");
        let connections = Connections::new([attributes.security_group]);
        let connections = match attributes.default_port {
            Some(port) => connections.with_default_port(Port::tcp(port)),
            None => connections,
        };
        ImportedApplicationListener { construct, listener_arn: attributes.listener_arn, connections }
    }
}

impl ImportedApplicationListener {
    /// Adds certificates.
    #[track_caller]
    pub fn add_certificates(&self, id: impl AsRef<str>, certificates: impl IntoIterator<Item = ListenerCertificate>) {
        add_certificates(self, id.as_ref(), &self.listener_arn, certificates.into_iter().collect());
    }

    /// Adds target groups that get the requests of a new rule. Errors: those of rules and actions.
    #[track_caller]
    pub fn add_target_groups<G: IApplicationTargetGroup + 'static>(
        &self,
        id: impl Into<String>,
        priority: impl Into<Value<i64>>,
        conditions: impl IntoIterator<Item = ListenerCondition>,
        target_groups: impl IntoIterator<Item = G>,
    ) -> ApplicationListenerRule {
        self.add_rule(id.into(), priority.into(), conditions, ListenerAction::forward(target_groups))
    }

    /// Adds what is done with the requests of a new rule. Errors: those of rules and actions.
    #[track_caller]
    pub fn add_action(
        &self,
        id: impl Into<String>,
        priority: impl Into<Value<i64>>,
        conditions: impl IntoIterator<Item = ListenerCondition>,
        action: ListenerAction,
    ) -> ApplicationListenerRule {
        self.add_rule(format!("{}Rule", id.into()), priority.into(), conditions, action)
    }

    #[track_caller]
    fn add_rule(
        &self,
        id: String,
        priority: Value<i64>,
        conditions: impl IntoIterator<Item = ListenerCondition>,
        action: ListenerAction,
    ) -> ApplicationListenerRule {
        let listener = Rc::new(self.clone());
        ApplicationListenerRule::of(self.node(), id, listener, None, priority)
            .conditions(conditions)
            .action(action)
            .build()
    }
}

impl IConstruct for ImportedApplicationListener {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IConnectable for ImportedApplicationListener {
    fn connections(&self) -> Connections {
        self.connections.clone()
    }
}

impl IListener for ImportedApplicationListener {
    fn listener_arn(&self) -> Value<String> {
        self.listener_arn.clone()
    }
}

impl IApplicationListener for ImportedApplicationListener {
    fn register_connectable(&self, connectable: &dyn IConnectable, port_range: Port) {
        self.connections.allow_to(&connectable.connections(), port_range, Some("Load balancer to target"));
    }
}
