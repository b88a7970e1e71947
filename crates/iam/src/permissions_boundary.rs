//! Permissions boundaries of all roles and users in a part of the tree.

use aws_cdk_cfn_iam::{CfnRole, CfnUser};
use aws_cdk_core::{Aspect, Aspects, CfnResource, IConstruct, Node, Value};

use crate::managed_policy::IManagedPolicy;
use crate::role::mutating_priority;

/// Sets what the roles and users in a part of the tree can have rights to at most.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{ManagedPolicy, PermissionsBoundary};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// PermissionsBoundary::of(&stack).apply(&ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"));
/// ```
#[derive(Clone, Debug)]
pub struct PermissionsBoundary {
    scope: Node,
}

impl PermissionsBoundary {
    /// The boundary of all roles and users below a construct, itself included.
    pub fn of(scope: &impl IConstruct) -> Self {
        Self { scope: scope.node().clone() }
    }

    /// Gives them a boundary, also those that have another one.
    #[track_caller]
    pub fn apply(&self, boundary_policy: &dyn IManagedPolicy) {
        self.add(Some(boundary_policy.managed_policy_arn()));
    }

    /// Takes their boundaries away.
    #[track_caller]
    pub fn clear(&self) {
        self.add(None);
    }

    #[track_caller]
    fn add(&self, arn: Option<Value<String>>) {
        Aspects::of(&self.scope).add_with_priority(Boundary { arn }, mutating_priority(&self.scope));
    }
}

struct Boundary {
    arn: Option<Value<String>>,
}

impl Aspect for Boundary {
    fn visit(&self, node: &Node) {
        let Some(resource) = CfnResource::from_construct(node) else { return };
        let resource_type = resource.cfn_resource_type();
        if ![CfnRole::RESOURCE_TYPE, CfnUser::RESOURCE_TYPE].contains(&resource_type.as_str()) {
            return;
        }
        match &self.arn {
            Some(arn) => resource.add_property_override("PermissionsBoundary", arn),
            None => resource.add_property_deletion_override("PermissionsBoundary"),
        }
    }
}
