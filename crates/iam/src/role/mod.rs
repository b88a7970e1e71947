//! Roles: rights that a principal can take.

mod builder;
mod immutable;
mod import;
mod imported;
mod lazy;
mod split;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_iam::CfnRole;
use aws_cdk_core::{Construct, DependencyGroup, IConstruct, Node, Stack, Value};

pub use builder::RoleBuilder;
pub use import::FromRoleArnOptions;
pub use lazy::LazyRole;
pub(crate) use split::mutating_priority;

use crate::attachments::{AttachedPolicies, ManagedPolicies};
use crate::document::{PolicyDocument, PolicyStatement};
use crate::grant::{self, Grant};
use crate::managed_policy::IManagedPolicy;
use crate::policy::Policy;
use crate::principal::{AddToPrincipalPolicyResult, ArnPrincipal, IGrantable, IPrincipal, PrincipalPolicyFragment};

/// A role, made here or imported.
pub trait IRole: IConstruct + IPrincipal + IGrantable + fmt::Debug {
    /// The ARN of the role.
    fn role_arn(&self) -> Value<String>;

    /// The name of the role.
    fn role_name(&self) -> Value<String>;

    /// Attaches a managed policy.
    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy);

    /// Attaches an inline policy.
    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy);

    /// Grants actions on the role itself.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant::on_role(self.role_arn(), grantee, actions)
    }

    /// Grants the right to give the role to a service (`iam:PassRole`).
    #[track_caller]
    fn grant_pass_role(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["iam:PassRole"])
    }

    /// Grants the right to take the role (`sts:AssumeRole`), as far as its trust policy lets the principal.
    #[track_caller]
    fn grant_assume_role(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["sts:AssumeRole"])
    }

    /// The account and region of the role. Default: those of its stack.
    #[doc(hidden)]
    fn account(&self) -> Value<String> {
        Stack::of(self.node()).account()
    }
}

impl<R: IRole + ?Sized + 'static> IRole for Rc<R> {
    fn role_arn(&self) -> Value<String> {
        (**self).role_arn()
    }

    fn role_name(&self) -> Value<String> {
        (**self).role_name()
    }

    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        (**self).add_managed_policy(policy);
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        (**self).attach_inline_policy(policy);
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        (**self).grant(grantee, actions)
    }

    #[track_caller]
    fn grant_pass_role(&self, grantee: &dyn IGrantable) -> Grant {
        (**self).grant_pass_role(grantee)
    }

    #[track_caller]
    fn grant_assume_role(&self, grantee: &dyn IGrantable) -> Grant {
        (**self).grant_assume_role(grantee)
    }

    fn account(&self) -> Value<String> {
        (**self).account()
    }
}

struct State {
    resource: CfnRole,
    role_arn: Value<String>,
    role_name: Value<String>,
    assume_role_policy: PolicyDocument,
    managed_policies: ManagedPolicies,
    attached_policies: AttachedPolicies,
    default_policy: RefCell<Option<Policy>>,
    did_split: Cell<bool>,
    immutable: RefCell<Option<Rc<dyn IRole>>>,
}

/// A role: rights that a principal can take.
///
/// What is granted to it goes into an inline policy, `DefaultPolicy`, which is made with the first grant. Of one that would
/// be larger than a role's inline policies may be, managed policies `OverflowPolicy1`, … take the rest.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{IPrincipal, IRole, ManagedPolicy, PolicyStatement, Role, ServicePrincipal, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com"))
///     .description("reads books")
///     .managed_policy(ManagedPolicy::from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole"))
///     .build();
/// role.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).resources(["arn:aws:s3:::books/*"]));
/// role.grant_assume_role(&User::new(&stack, "Tester"));
/// ```
#[derive(Clone)]
pub struct Role {
    construct: Construct,
    state: Rc<State>,
}

impl IConstruct for Role {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Role({})", self.node().path())
    }
}

impl Role {
    /// The role of a construct, if it is one.
    pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {
        let node = construct.node();
        let state = node.state::<State>()?;
        Some(Self { construct: node.clone().into(), state })
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnRole {
        &self.state.resource
    }

    /// The trust policy: who may take the role.
    pub fn assume_role_policy(&self) -> &PolicyDocument {
        &self.state.assume_role_policy
    }

    /// The stable id of the role, as a token.
    pub fn role_id(&self) -> Value<String> {
        self.state.resource.attr_role_id().into()
    }

    /// Adds a statement to the role's inline policy `DefaultPolicy`.
    #[track_caller]
    pub fn add_to_policy(&self, statement: PolicyStatement) {
        self.add_to_principal_policy(statement);
    }

    /// The role as one whose policies cannot be changed: what is granted to it has no effect on them.
    #[track_caller]
    pub fn without_policy_updates(&self) -> Rc<dyn IRole> {
        self.without_policy_updates_with(false)
    }

    /// As [`Role::without_policy_updates`]; `add_grants_to_resources` says whether grants go to the policies of resources
    /// instead.
    #[track_caller]
    pub fn without_policy_updates_with(&self, add_grants_to_resources: bool) -> Rc<dyn IRole> {
        if let Some(immutable) = &*self.state.immutable.borrow() {
            return immutable.clone();
        }
        let scope = self.node().scope().unwrap_or_else(|| self.node().clone());
        let id = format!("ImmutableRole{}", self.node().construct_id());
        let immutable = immutable::immutable(&scope, &id, Rc::new(self.clone()), add_grants_to_resources);
        *self.state.immutable.borrow_mut() = Some(immutable.clone());
        immutable
    }

    fn default_policy(&self) -> Option<Policy> {
        self.state.default_policy.borrow().clone()
    }
}

impl IPrincipal for Role {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(self.role_arn()).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(self.account())
    }

    #[track_caller]
    fn add_to_principal_policy(&self, mut statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        let policy = match self.default_policy() {
            Some(known) => known,
            None => {
                let policy = Policy::new(self, "DefaultPolicy");
                *self.state.default_policy.borrow_mut() = Some(policy.clone());
                self.attach_inline_policy(&policy);
                policy
            }
        };
        // Which policy will have the statement is known once large ones are split.
        let dependable = DependencyGroup::new();
        if self.state.did_split.get() {
            dependable.add(&policy);
        }
        statement.dependables.push(dependable.clone());
        policy.add_statements([statement]);
        AddToPrincipalPolicyResult::added(dependable)
    }

    fn owned_construct(&self) -> Option<Node> {
        Some(self.node().clone())
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IRole for Role {
    fn role_arn(&self) -> Value<String> {
        self.state.role_arn.clone()
    }

    fn role_name(&self) -> Value<String> {
        self.state.role_name.clone()
    }

    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        self.state.managed_policies.add(policy);
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        self.state.attached_policies.attach(policy);
        policy.attach_to_role(self);
    }

    #[track_caller]
    fn grant_assume_role(&self, grantee: &dyn IGrantable) -> Grant {
        grant::assume_role(self.node(), self.role_arn(), grantee)
    }
}
