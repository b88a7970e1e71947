//! Application load balancers that exist already.

use std::rc::Rc;

use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_ec2::{SecurityGroup, SecurityGroupImportOptions};
use aws_cdk_interfaces::ec2::{Connections, IConnectable, ISecurityGroup, IVpc};
use aws_cdk_interfaces::elasticloadbalancingv2::ILoadBalancerV2;

use super::application_listener::{ApplicationListener, build_listener};
use super::application_load_balancer::{ApplicationLoadBalancer, IApplicationLoadBalancer};
use super::listener_options::ApplicationListenerOptions;
use crate::metrics::load_balancer_full_name;
use crate::shared::load_balancer::not_imported;

/// What is known of an application load balancer that exists already.
#[must_use]
#[derive(Clone, Debug)]
pub struct ApplicationLoadBalancerAttributes {
    load_balancer_arn: Value<String>,
    security_group_id: Value<String>,
    security_group_allows_all_outbound: Option<bool>,
    vpc: Option<Rc<dyn IVpc>>,
    load_balancer_dns_name: Option<Value<String>>,
    load_balancer_canonical_hosted_zone_id: Option<Value<String>>,
}

impl ApplicationLoadBalancerAttributes {
    /// The ARN of the load balancer, and the id of its security group.
    pub fn new(load_balancer_arn: impl Into<Value<String>>, security_group_id: impl Into<Value<String>>) -> Self {
        Self {
            load_balancer_arn: load_balancer_arn.into(),
            security_group_id: security_group_id.into(),
            security_group_allows_all_outbound: None,
            vpc: None,
            load_balancer_dns_name: None,
            load_balancer_canonical_hosted_zone_id: None,
        }
    }

    /// Whether the security group lets it call everybody; only if not are rules added for that. Default: true.
    pub fn security_group_allows_all_outbound(mut self, value: bool) -> Self {
        self.security_group_allows_all_outbound = Some(value);
        self
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
}

/// An application load balancer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedApplicationLoadBalancer {
    construct: Construct,
    attributes: ApplicationLoadBalancerAttributes,
    connections: Connections,
}

impl ApplicationLoadBalancer {
    /// A load balancer that exists, by what is known of it.
    #[track_caller]
    pub fn from_application_load_balancer_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: ApplicationLoadBalancerAttributes,
    ) -> ImportedApplicationLoadBalancer {
        let name = "aws-cdk-elasticloadbalancingv2.ApplicationLoadBalancer";
        let construct = Construct::of_type(scope, id.as_ref(), name);
        let mut options = SecurityGroupImportOptions::new();
        if let Some(value) = attributes.security_group_allows_all_outbound {
            options = options.allow_all_outbound(value);
        }
        let group_id = &attributes.security_group_id;
        let group = SecurityGroup::from_security_group_id_with(&construct, "SecurityGroup", group_id, options);
        let connections = Connections::new([Rc::new(group) as Rc<dyn ISecurityGroup>]);
        ImportedApplicationLoadBalancer { construct, attributes, connections }
    }
}

impl ImportedApplicationLoadBalancer {
    /// The full name, as metrics have it. Errors: `elasticloadbalancingv2::arn`.
    #[track_caller]
    pub fn load_balancer_full_name(&self) -> Value<String> {
        load_balancer_full_name(&self.construct, &self.attributes.load_balancer_arn)
    }

    /// Adds a listener. Errors: as those of [`ApplicationListenerBuilder::build`](super::ApplicationListenerBuilder::build).
    #[track_caller]
    pub fn add_listener(&self, id: impl AsRef<str>, options: ApplicationListenerOptions) -> ApplicationListener {
        build_listener(self.node(), id.as_ref(), Rc::new(self.clone()), options)
    }
}

impl IConstruct for ImportedApplicationLoadBalancer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IConnectable for ImportedApplicationLoadBalancer {
    fn connections(&self) -> Connections {
        self.connections.clone()
    }
}

impl ILoadBalancerV2 for ImportedApplicationLoadBalancer {
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

impl IApplicationLoadBalancer for ImportedApplicationLoadBalancer {
    fn vpc(&self) -> Option<Rc<dyn IVpc>> {
        self.attributes.vpc.clone()
    }
}
