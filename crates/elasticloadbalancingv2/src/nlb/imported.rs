//! Network load balancers, their listeners and target groups that exist already.

use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, IConstruct, Node, Value};
use aws_cdk_ec2::SecurityGroup;
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, IVpc};
use aws_cdk_interfaces::elasticloadbalancingv2::{IListener, ILoadBalancerV2, INetworkListener};

use super::network_listener::{NetworkListener, NetworkListenerOptions, build_listener};
use super::network_load_balancer::{INetworkLoadBalancer, NetworkLoadBalancer};
use super::network_target_group::{INetworkTargetGroup, NetworkTargetGroup};
use crate::metrics::{imported_names, load_balancer_full_name};
use crate::shared::load_balancer::not_imported;
use crate::shared::target_group::name_in_arn;
use crate::shared::{INetworkLoadBalancerTarget, ITargetGroup, TargetGroupAttributes};

/// What is known of a network load balancer that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct NetworkLoadBalancerAttributes {
    load_balancer_arn: Value<String>,
    vpc: Option<Rc<dyn IVpc>>,
    load_balancer_dns_name: Option<Value<String>>,
    load_balancer_canonical_hosted_zone_id: Option<Value<String>>,
    load_balancer_security_groups: Vec<Value<String>>,
}

impl NetworkLoadBalancerAttributes {
    /// The ARN of the load balancer.
    pub fn new(load_balancer_arn: impl Into<Value<String>>) -> Self {
        Self {
            load_balancer_arn: load_balancer_arn.into(),
            vpc: None,
            load_balancer_dns_name: None,
            load_balancer_canonical_hosted_zone_id: None,
            load_balancer_security_groups: Vec::new(),
        }
    }

    /// The VPC, which new targets of its listeners need. Default: unknown.
    pub fn vpc(mut self, value: &(impl IVpc + Clone + 'static)) -> Self {
        self.vpc = Some(Rc::new(value.clone()));
        self
    }

    /// The name in DNS. Default: unknown.
    pub fn load_balancer_dns_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.load_balancer_dns_name = Some(value.into());
        self
    }

    /// The id of the hosted zone of the name in DNS. Default: unknown.
    pub fn load_balancer_canonical_hosted_zone_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.load_balancer_canonical_hosted_zone_id = Some(value.into());
        self
    }

    /// The ids of the security groups. Default: none.
    pub fn load_balancer_security_groups<V: Into<Value<String>>>(mut self, ids: impl IntoIterator<Item = V>) -> Self {
        self.load_balancer_security_groups = ids.into_iter().map(Into::into).collect();
        self
    }
}

/// A network load balancer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedNetworkLoadBalancer {
    construct: Construct,
    attributes: NetworkLoadBalancerAttributes,
    connections: Connections,
}

impl NetworkLoadBalancer {
    /// A load balancer that exists, by what is known of it.
    #[track_caller]
    pub fn from_network_load_balancer_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: NetworkLoadBalancerAttributes,
    ) -> ImportedNetworkLoadBalancer {
        let name = "aws-cdk-elasticloadbalancingv2.NetworkLoadBalancer";
        let construct = Construct::of_type(scope, id.as_ref(), name);
        let connections = Connections::new([]);
        for (index, group_id) in attributes.load_balancer_security_groups.iter().enumerate() {
            let id = format!("SecurityGroup-{index}");
            let group: Rc<dyn ISecurityGroup> =
                Rc::new(SecurityGroup::from_security_group_id(&construct, id, group_id));
            connections.add_security_group(group);
        }
        ImportedNetworkLoadBalancer { construct, attributes, connections }
    }
}

impl ImportedNetworkLoadBalancer {
    /// The full name, as metrics have it. Errors: `elasticloadbalancingv2::arn`.
    #[track_caller]
    pub fn load_balancer_full_name(&self) -> Value<String> {
        load_balancer_full_name(&self.construct, &self.attributes.load_balancer_arn)
    }

    /// Adds a listener. Errors: as those of [`NetworkListenerBuilder::build`](super::NetworkListenerBuilder::build).
    #[track_caller]
    pub fn add_listener(&self, id: impl AsRef<str>, options: NetworkListenerOptions) -> NetworkListener {
        build_listener(self.node(), id.as_ref(), Rc::new(self.clone()), options)
    }
}

impl IConstruct for ImportedNetworkLoadBalancer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IConnectable for ImportedNetworkLoadBalancer {
    fn connections(&self) -> Connections {
        self.connections.clone()
    }
}

impl ILoadBalancerV2 for ImportedNetworkLoadBalancer {
    fn load_balancer_arn(&self) -> Value<String> {
        self.attributes.load_balancer_arn.clone()
    }

    fn load_balancer_dns_name(&self) -> Value<String> {
        not_imported(&self.construct, &self.attributes.load_balancer_dns_name, "load_balancer_dns_name")
    }

    fn load_balancer_canonical_hosted_zone_id(&self) -> Value<String> {
        let zone = &self.attributes.load_balancer_canonical_hosted_zone_id;
        not_imported(&self.construct, zone, "load_balancer_canonical_hosted_zone_id")
    }
}

impl INetworkLoadBalancer for ImportedNetworkLoadBalancer {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        self.attributes.vpc.clone()
    }
}

/// A listener of a network load balancer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedNetworkListener {
    construct: Construct,
    listener_arn: Value<String>,
}

impl NetworkListener {
    /// A listener that exists, by its ARN.
    #[track_caller]
    pub fn from_network_listener_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        listener_arn: impl Into<Value<String>>,
    ) -> ImportedNetworkListener {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.NetworkListener");
        ImportedNetworkListener { construct, listener_arn: listener_arn.into() }
    }
}

impl IConstruct for ImportedNetworkListener {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IListener for ImportedNetworkListener {
    fn listener_arn(&self) -> Value<String> {
        self.listener_arn.clone()
    }
}

impl INetworkListener for ImportedNetworkListener {}

/// A target group of network load balancers that exists already.
#[derive(Clone, Debug)]
pub struct ImportedNetworkTargetGroup {
    construct: Construct,
    attributes: TargetGroupAttributes,
    target_group_name: Value<String>,
    attached: DependencyGroup,
}

impl NetworkTargetGroup {
    /// A target group that exists, by what is known of it. Errors: `elasticloadbalancingv2::arn`.
    #[track_caller]
    pub fn from_target_group_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: TargetGroupAttributes,
    ) -> ImportedNetworkTargetGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.NetworkTargetGroup");
        let target_group_name = name_in_arn(&construct, &attributes.target_group_arn);
        ImportedNetworkTargetGroup { construct, attributes, target_group_name, attached: DependencyGroup::new() }
    }
}

impl ImportedNetworkTargetGroup {
    #[track_caller]
    pub(crate) fn metric_names(&self) -> (Value<String>, Value<String>) {
        let arns = &self.attributes;
        imported_names(&self.construct, &arns.target_group_arn, arns.load_balancer_arns.as_ref())
    }

    /// Lets a target that registers itself know of the group. Another one is the error
    /// `elasticloadbalancingv2::imported-target-group`.
    #[track_caller]
    pub fn add_target(&self, target: &(impl INetworkLoadBalancerTarget + ?Sized)) {
        if target.attach_to_network_target_group(self).target_json.is_some() {
            let message = "an imported target group gets no targets but those that register themselves";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::imported-target-group", message);
            self.node().report(diagnostic.help("make a target group here"));
        }
    }
}

impl IConstruct for ImportedNetworkTargetGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ITargetGroup for ImportedNetworkTargetGroup {
    fn target_group_arn(&self) -> Value<String> {
        self.attributes.target_group_arn.clone()
    }

    fn target_group_name(&self) -> Value<String> {
        self.target_group_name.clone()
    }

    fn load_balancer_attached(&self) -> DependencyGroup {
        self.attached.clone()
    }
}

impl INetworkTargetGroup for ImportedNetworkTargetGroup {
    fn register_listener(&self, _: &Node, _: &Value<String>) {}
}
