//! Removal policies of everything below a construct.

use crate::aspect::{Aspect, Aspects};
use crate::cfn_resource::CfnResource;
use crate::node::{IConstruct, Node};
use crate::resource_policy::RemovalPolicy;
use crate::tag_aspect::mutating_priority;

/// Says what happens to all resources below a construct when they leave their stack.
///
/// ```
/// use aws_cdk_core::{App, RemovalPolicies, RemovalPolicy, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// RemovalPolicies::of(&stack).apply(RemovalPolicy::Retain);
/// ```
#[derive(Clone, Debug)]
pub struct RemovalPolicies {
    node: Node,
    only_missing: bool,
}

/// Which resources a policy is for.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct RemovalPolicyProps {
    apply_to_resource_types: Vec<String>,
    exclude_resource_types: Vec<String>,
    priority: Option<i32>,
}

impl RemovalPolicyProps {
    /// All resources.
    pub fn new() -> Self {
        Self::default()
    }

    /// The resource types that it is for. Default: all.
    pub fn apply_to_resource_types<S: Into<String>>(mut self, types: impl IntoIterator<Item = S>) -> Self {
        self.apply_to_resource_types = types.into_iter().map(Into::into).collect();
        self
    }

    /// The resource types that it is not for. Default: none.
    pub fn exclude_resource_types<S: Into<String>>(mut self, types: impl IntoIterator<Item = S>) -> Self {
        self.exclude_resource_types = types.into_iter().map(Into::into).collect();
        self
    }

    /// The priority of the aspect that applies it. Default: [`AspectPriority::MUTATING`](crate::AspectPriority::MUTATING).
    pub fn priority(mut self, value: i32) -> Self {
        self.priority = Some(value);
        self
    }
}

impl RemovalPolicies {
    /// The policies of everything below a construct, whatever the resources themselves say.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone(), only_missing: false }
    }

    /// The policies of the resources below a construct that have none.
    pub fn missing_of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone(), only_missing: true }
    }

    /// Applies a policy.
    pub fn apply(&self, policy: RemovalPolicy) {
        self.apply_with(policy, RemovalPolicyProps::new());
    }

    /// Applies a policy with options.
    pub fn apply_with(&self, policy: RemovalPolicy, props: RemovalPolicyProps) {
        let priority = props.priority.unwrap_or_else(|| mutating_priority(&self.node));
        let aspect = RemovalPolicyAspect { policy, props, only_missing: self.only_missing };
        Aspects::of(&self.node).add_with_priority(aspect, priority);
    }

    /// Deletes the resources.
    pub fn destroy(&self) {
        self.apply(RemovalPolicy::Destroy);
    }

    /// Keeps the resources.
    pub fn retain(&self) {
        self.apply(RemovalPolicy::Retain);
    }

    /// Takes a snapshot before deleting the resources.
    pub fn snapshot(&self) {
        self.apply(RemovalPolicy::Snapshot);
    }

    /// Keeps the resources, unless their creation failed.
    pub fn retain_on_update_or_delete(&self) {
        self.apply(RemovalPolicy::RetainOnUpdateOrDelete);
    }
}

struct RemovalPolicyAspect {
    policy: RemovalPolicy,
    props: RemovalPolicyProps,
    only_missing: bool,
}

impl Aspect for RemovalPolicyAspect {
    fn visit(&self, node: &Node) {
        let Some(resource) = CfnResource::from_construct(node) else { return };
        let kind = resource.cfn_resource_type();
        let (included, excluded) = (&self.props.apply_to_resource_types, &self.props.exclude_resource_types);
        if excluded.contains(&kind) || (!included.is_empty() && !included.contains(&kind)) {
            return;
        }
        let has_one = resource
            .read(|data| data.options.deletion_policy.is_some() || data.options.update_replace_policy.is_some());
        if !(self.only_missing && has_one == Some(true)) {
            resource.apply_removal_policy(self.policy);
        }
    }
}
