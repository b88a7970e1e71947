//! Roles.

use std::fmt;

use aws_cdk_cfn_iam::CfnRole;
use aws_cdk_core::{Construct, IConstruct, Node, Value};

use crate::managed_policy::IManagedPolicy;
use crate::policy_document::PolicyDocument;
use crate::policy_statement::PolicyStatement;
use crate::principal::{ArnPrincipal, IPrincipal, PrincipalPolicyFragment};

/// A role, made here or imported.
pub trait IRole: IConstruct + IPrincipal + fmt::Debug {
    /// The ARN of the role.
    fn role_arn(&self) -> Value<String>;

    /// The name of the role.
    fn role_name(&self) -> Value<String>;
}

/// A role: rights that a principal can take.
#[derive(Clone, Debug)]
pub struct Role {
    construct: Construct,
    resource: CfnRole,
}

impl IConstruct for Role {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IPrincipal for Role {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(self.role_arn()).policy_fragment()
    }
}

impl IRole for Role {
    fn role_arn(&self) -> Value<String> {
        self.resource.attr_arn().into()
    }

    fn role_name(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl Role {
    /// Starts a role that a principal can take.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        assumed_by: impl IPrincipal + 'static,
    ) -> RoleBuilder {
        RoleBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            assumed_by: Box::new(assumed_by),
            managed_policies: Vec::new(),
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnRole {
        &self.resource
    }
}

/// Builds a [`Role`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct RoleBuilder {
    scope: Node,
    id: String,
    assumed_by: Box<dyn IPrincipal>,
    managed_policies: Vec<Value<String>>,
}

impl RoleBuilder {
    /// Adds a managed policy. Default: none.
    pub fn managed_policy(mut self, policy: impl IManagedPolicy) -> Self {
        self.managed_policies.push(policy.managed_policy_arn());
        self
    }

    /// Adds the role. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> Role {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.Role");
        let trust = PolicyDocument::new();
        trust.add_statement(
            PolicyStatement::new().actions([self.assumed_by.assume_role_action()]).principal(&*self.assumed_by),
        );
        let mut resource = CfnRole::builder(&construct, "Resource").assume_role_policy_document(trust);
        if !self.managed_policies.is_empty() {
            resource = resource.managed_policy_arns(self.managed_policies);
        }
        Role { resource: resource.build(), construct }
    }
}
