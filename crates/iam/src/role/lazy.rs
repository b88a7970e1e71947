//! Roles that are made only when something needs them.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Construct, DependencyGroup, IConstruct, Node, Stack, Value};

use super::{IRole, Role, RoleBuilder};
use crate::document::PolicyStatement;
use crate::managed_policy::IManagedPolicy;
use crate::policy::Policy;
use crate::principal::{AddToPrincipalPolicyResult, IPrincipal, PrincipalPolicyFragment};

type Make = Box<dyn FnOnce(&Construct) -> RoleBuilder>;

enum State {
    /// What to make, and what was done to it so far.
    Pending {
        make: Make,
        statements: Vec<PolicyStatement>,
        policies: Vec<Policy>,
        managed_policies: Vec<Value<String>>,
    },
    Made(Role),
}

/// A role that is made when its ARN or name is needed first, and not at all if they never are.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{IRole, LazyRole, Role, ServicePrincipal};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let role = LazyRole::new(&stack, "Role", |scope| Role::builder(scope, "Default", ServicePrincipal::new("ec2")));
/// let arn = role.role_arn(); // now it is there
/// ```
#[derive(Clone)]
pub struct LazyRole {
    construct: Construct,
    state: Rc<RefCell<Option<State>>>,
}

impl LazyRole {
    /// A role that `make` will make below the given scope, with the id `Default` to have the CDK's logical id.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        make: impl FnOnce(&Construct) -> RoleBuilder + 'static,
    ) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.LazyRole");
        let state = State::Pending {
            make: Box::new(make),
            statements: Vec::new(),
            policies: Vec::new(),
            managed_policies: Vec::new(),
        };
        Self { construct, state: Rc::new(RefCell::new(Some(state))) }
    }

    fn made(&self) -> Option<Role> {
        match &*self.state.borrow() {
            Some(State::Made(role)) => Some(role.clone()),
            _ => None,
        }
    }

    /// The role, which is made if it was not yet. `None` only while it is being made.
    #[track_caller]
    fn instantiate(&self) -> Option<Role> {
        if let Some(role) = self.made() {
            return Some(role);
        }
        let Some(State::Pending { make, statements, policies, managed_policies }) = self.state.take() else {
            return None;
        };
        let role = make(&self.construct).build();
        *self.state.borrow_mut() = Some(State::Made(role.clone()));
        statements.into_iter().for_each(|statement| role.add_to_policy(statement));
        policies.iter().for_each(|policy| role.attach_inline_policy(policy));
        managed_policies.into_iter().for_each(|arn| role.add_managed_policy(&PolicyArn(arn)));
        Some(role)
    }
}

/// A managed policy of which the ARN is all that is left.
struct PolicyArn(Value<String>);

impl IManagedPolicy for PolicyArn {
    fn managed_policy_arn(&self) -> Value<String> {
        self.0.clone()
    }
}

impl IConstruct for LazyRole {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for LazyRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LazyRole({})", self.node().path())
    }
}

impl IPrincipal for LazyRole {
    #[track_caller]
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        self.instantiate().map(|role| role.policy_fragment()).unwrap_or_default()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(Stack::of(self).account())
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        if let Some(role) = self.made() {
            return role.add_to_principal_policy(statement);
        }
        if let Some(State::Pending { statements, .. }) = &mut *self.state.borrow_mut() {
            statements.push(statement);
        }
        AddToPrincipalPolicyResult::added(DependencyGroup::of(self))
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IRole for LazyRole {
    #[track_caller]
    fn role_arn(&self) -> Value<String> {
        self.instantiate().map_or_else(|| "".into(), |role| role.role_arn())
    }

    #[track_caller]
    fn role_name(&self) -> Value<String> {
        self.instantiate().map_or_else(|| "".into(), |role| role.role_name())
    }

    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        if let Some(role) = self.made() {
            return role.add_managed_policy(policy);
        }
        if let Some(State::Pending { managed_policies, .. }) = &mut *self.state.borrow_mut() {
            managed_policies.push(policy.managed_policy_arn());
        }
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        if let Some(role) = self.made() {
            return role.attach_inline_policy(policy);
        }
        if let Some(State::Pending { policies, .. }) = &mut *self.state.borrow_mut() {
            policies.push(policy.clone());
        }
    }
}
