//! Roles that exist, to which policies can be attached.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    Construct, DependencyGroup, Diagnostic, FeatureFlags, IConstruct, Names, Node, Stack, UniqueResourceNameOptions,
    Value,
};

use super::IRole;
use crate::account::may_be_same;
use crate::attachments::AttachedPolicies;
use crate::document::PolicyStatement;
use crate::managed_policy::IManagedPolicy;
use crate::policy::{MAX_POLICY_NAME_LENGTH, Policy};
use crate::principal::{AddToPrincipalPolicyResult, ArnPrincipal, IPrincipal, PrincipalPolicyFragment};

/// A role that exists. What is granted to it goes into a policy of this stack, if the stack is in the role's account.
#[derive(Clone)]
pub(super) struct ImportedRole {
    pub(super) construct: Construct,
    pub(super) state: Rc<State>,
}

pub(super) struct State {
    pub(super) role_arn: Value<String>,
    pub(super) role_name: Value<String>,
    pub(super) account: Option<Value<String>>,
    pub(super) default_policy_name: Option<String>,
    pub(super) attached_policies: AttachedPolicies,
    pub(super) default_policy: RefCell<Option<Policy>>,
}

impl IConstruct for ImportedRole {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for ImportedRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedRole({})", self.node().path())
    }
}

impl ImportedRole {
    /// The policy for what is granted. Its name is unique among the stacks that import the role.
    #[track_caller]
    fn default_policy(&self) -> Policy {
        if let Some(policy) = &*self.state.default_policy.borrow() {
            return policy.clone();
        }
        let is_unique = FeatureFlags::of(self).is_enabled(flags::IMPORTED_ROLE_STACK_SAFE_DEFAULT_POLICY_NAME);
        let mut name = "Policy".to_owned();
        if is_unique {
            name.push_str(&Names::unique_id(self));
        }
        if name.len() > MAX_POLICY_NAME_LENGTH {
            let options = UniqueResourceNameOptions::new().max_length(MAX_POLICY_NAME_LENGTH - "Policy".len());
            name = format!("Policy{}", Names::unique_resource_name(self, options));
        }
        let name = self.state.default_policy_name.clone().unwrap_or(name);
        let policy = match is_unique {
            true => Policy::builder(self, &name).policy_name(&name).build(),
            false => Policy::new(self, &name),
        };
        *self.state.default_policy.borrow_mut() = Some(policy.clone());
        self.attach_inline_policy(&policy);
        policy
    }
}

impl IPrincipal for ImportedRole {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(&self.state.role_arn).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.state.account.clone()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        let policy = self.default_policy();
        policy.add_statements([statement]);
        AddToPrincipalPolicyResult::added(DependencyGroup::of(&policy))
    }

    fn dedupe_string(&self) -> Option<String> {
        Some(format!("ImportedRole:{}", self.state.role_arn.as_json().identity()))
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IRole for ImportedRole {
    fn role_arn(&self) -> Value<String> {
        self.state.role_arn.clone()
    }

    fn role_name(&self) -> Value<String> {
        self.state.role_name.clone()
    }

    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        if !policy.try_attach_to_role(self) {
            self.node().report(
                Diagnostic::warning(
                    "iam::imported-policy-on-imported-role",
                    "an imported managed policy cannot be attached to an imported role",
                )
                .help("attach it where one of them is made, or make a `ManagedPolicy` here"),
            );
        }
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        if may_be_same(&self.account(), &Stack::of(policy).account()) {
            self.state.attached_policies.attach(policy);
            policy.attach_to_role(self);
        }
    }

    fn account(&self) -> Value<String> {
        self.state.account.clone().unwrap_or_else(|| Stack::of(self).account())
    }
}
