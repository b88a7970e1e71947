//! Target groups of application load balancers that exist already.

use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, IConstruct, Node, Value};
use aws_cdk_interfaces::ec2::{IConnectable, Port};
use aws_cdk_interfaces::elasticloadbalancingv2::IApplicationListener;

use super::application_target_group::{ApplicationTargetGroup, IApplicationTargetGroup};
use crate::metrics::imported_names;
use crate::shared::target_group::name_in_arn;
use crate::shared::{IApplicationLoadBalancerTarget, ITargetGroup, TargetGroupAttributes};

/// A target group of application load balancers that exists already.
#[derive(Clone, Debug)]
pub struct ImportedApplicationTargetGroup {
    construct: Construct,
    attributes: TargetGroupAttributes,
    target_group_name: Value<String>,
    attached: DependencyGroup,
}

impl ApplicationTargetGroup {
    /// A target group that exists, by what is known of it. Errors: `elasticloadbalancingv2::arn`.
    #[track_caller]
    pub fn from_target_group_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: TargetGroupAttributes,
    ) -> ImportedApplicationTargetGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-elasticloadbalancingv2.ApplicationTargetGroup");
        let target_group_name = name_in_arn(&construct, &attributes.target_group_arn);
        ImportedApplicationTargetGroup { construct, attributes, target_group_name, attached: DependencyGroup::new() }
    }
}

impl ImportedApplicationTargetGroup {
    #[track_caller]
    pub(crate) fn metric_names(&self) -> (Value<String>, Value<String>) {
        let arns = &self.attributes;
        imported_names(&self.construct, &arns.target_group_arn, arns.load_balancer_arns.as_ref())
    }

    /// Lets a target that registers itself know of the group. Another one is the error
    /// `elasticloadbalancingv2::imported-target-group`.
    #[track_caller]
    pub fn add_target(&self, target: &(impl IApplicationLoadBalancerTarget + ?Sized)) {
        if target.attach_to_application_target_group(self).target_json.is_some() {
            let message = "an imported target group gets no targets but those that register themselves";
            let diagnostic = Diagnostic::error("elasticloadbalancingv2::imported-target-group", message);
            self.node().report(diagnostic.help("make a target group here"));
        }
    }
}

impl IConstruct for ImportedApplicationTargetGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl ITargetGroup for ImportedApplicationTargetGroup {
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

impl IApplicationTargetGroup for ImportedApplicationTargetGroup {
    fn register_listener(&self, _: &Rc<dyn IApplicationListener>, _: &Node) {
        self.node().report(unknown_groups().at(self.node().location()));
    }

    fn register_connectable(&self, _: &dyn IConnectable, _: Option<Port>) {
        self.node().report(unknown_groups().at(self.node().location()));
    }
}

fn unknown_groups() -> Diagnostic {
    let message = "the targets of an imported group get no rules for its load balancers";
    Diagnostic::warning("elasticloadbalancingv2::unknown-security-groups", message)
        .help("let the load balancer call them by rules of your own")
}
