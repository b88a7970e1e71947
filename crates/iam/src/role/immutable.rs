//! Roles whose policies cannot be changed.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, IConstruct, Node, Value};

use super::IRole;
use crate::document::PolicyStatement;
use crate::grant::Grant;
use crate::managed_policy::IManagedPolicy;
use crate::policy::Policy;
use crate::principal::{AddToPrincipalPolicyResult, IGrantable, IPrincipal, PrincipalPolicyFragment};

/// A role whose policies stay as they are: grants to it seem to work, and change nothing.
#[derive(Clone)]
struct ImmutableRole {
    construct: Construct,
    role: Rc<dyn IRole>,
    add_grants_to_resources: bool,
}

/// Puts a role behind one that takes no policies. What waits for that one waits for the role.
#[track_caller]
pub(super) fn immutable(scope: &Node, id: &str, role: Rc<dyn IRole>, add_grants_to_resources: bool) -> Rc<dyn IRole> {
    let construct = Construct::of_type(scope, id, "aws-cdk-iam.ImmutableRole");
    construct.node().set_dependency_roots(&[role.node().clone()]);
    if let Some(child) = role.node().default_child() {
        construct.node().set_default_child(&child);
    }
    Rc::new(ImmutableRole { construct, role, add_grants_to_resources })
}

impl IConstruct for ImmutableRole {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for ImmutableRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImmutableRole({})", self.node().path())
    }
}

impl IPrincipal for ImmutableRole {
    fn assume_role_action(&self) -> String {
        self.role.assume_role_action()
    }

    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.role.policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.role.principal_account()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, _statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        match self.add_grants_to_resources {
            true => AddToPrincipalPolicyResult::not_added(),
            false => AddToPrincipalPolicyResult::added(DependencyGroup::new()),
        }
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IRole for ImmutableRole {
    fn role_arn(&self) -> Value<String> {
        self.role.role_arn()
    }

    fn role_name(&self) -> Value<String> {
        self.role.role_name()
    }

    fn add_managed_policy(&self, _policy: &dyn IManagedPolicy) {}

    fn attach_inline_policy(&self, _policy: &Policy) {}

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        self.role.grant(grantee, actions)
    }

    #[track_caller]
    fn grant_pass_role(&self, grantee: &dyn IGrantable) -> Grant {
        self.role.grant_pass_role(grantee)
    }

    #[track_caller]
    fn grant_assume_role(&self, grantee: &dyn IGrantable) -> Grant {
        self.role.grant_assume_role(grantee)
    }

    fn account(&self) -> Value<String> {
        self.role.account()
    }
}
