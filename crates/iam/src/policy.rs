//! Inline policies: policies that are part of the identities that have them.

use std::cell::Cell;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_cfn_iam::CfnPolicy;
use aws_cdk_core::{Construct, DependencyGroup, Diagnostic, IConstruct, Lazy, Node, Stack, Value, sorting};

use crate::attachments::Identities;
use crate::document::{PolicyDocument, PolicyStatement};
use crate::group::IGroup;
use crate::principal::{AddToPrincipalPolicyResult, IGrantable, IPrincipal, PrincipalPolicyFragment};
use crate::role::IRole;
use crate::user::IUser;

/// A policy by its name, made here or imported.
pub trait IPolicy: IConstruct {
    /// The name of the policy.
    fn policy_name(&self) -> Value<String>;
}

struct State {
    resource: CfnPolicy,
    name: Value<String>,
    document: PolicyDocument,
    roles: Identities,
    users: Identities,
    groups: Identities,
    force: bool,
    /// Whether something uses the policy's name, so that it must be in the template.
    is_referenced: Cell<bool>,
}

impl State {
    fn is_attached(&self) -> bool {
        !(self.roles.is_empty() && self.users.is_empty() && self.groups.is_empty())
    }
}

/// A policy that is part of the roles, users and groups that have it.
///
/// It is left out of the template while it has no statements or nobody has it, unless it is forced or its name is used.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{Policy, PolicyStatement, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let policy = Policy::builder(&stack, "Policy").user(&User::new(&stack, "User")).build();
/// policy.add_statements([PolicyStatement::new().actions(["s3:GetObject"]).resources(["*"])]);
/// ```
#[derive(Clone)]
pub struct Policy {
    construct: Construct,
    state: Rc<State>,
}

impl IConstruct for Policy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Policy({})", self.node().path())
    }
}

impl Policy {
    /// A policy without statements.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a policy with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> PolicyBuilder {
        PolicyBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            policy_name: None,
            document: None,
            statements: Vec::new(),
            force: false,
            attach: Vec::new(),
        }
    }

    /// A policy that exists, by its name.
    #[track_caller]
    pub fn from_policy_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        policy_name: impl Into<Value<String>>,
    ) -> ImportedPolicy {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedPolicy");
        ImportedPolicy { construct, policy_name: policy_name.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnPolicy {
        &self.state.resource
    }

    /// The document.
    pub fn document(&self) -> &PolicyDocument {
        &self.state.document
    }

    /// The name. Asking for it makes the policy part of the template, so that it must have statements and somebody who has
    /// it.
    pub fn policy_name(&self) -> Value<String> {
        self.state.is_referenced.set(true);
        self.state.name.clone()
    }

    /// Adds statements.
    pub fn add_statements(&self, statements: impl IntoIterator<Item = PolicyStatement>) {
        self.state.document.add_statements(statements);
    }

    /// Attaches the policy to a user.
    #[track_caller]
    pub fn attach_to_user(&self, user: &dyn IUser) {
        if self.state.users.attach(&user.user_arn(), user.user_name()) {
            user.attach_inline_policy(self);
        }
    }

    /// Attaches the policy to a role.
    #[track_caller]
    pub fn attach_to_role(&self, role: &dyn IRole) {
        if self.state.roles.attach(&role.role_arn(), role.role_name()) {
            role.attach_inline_policy(self);
        }
    }

    /// Attaches the policy to a group.
    #[track_caller]
    pub fn attach_to_group(&self, group: &dyn IGroup) {
        if self.state.groups.attach(&group.group_arn(), group.group_name()) {
            group.attach_inline_policy(self);
        }
    }

    /// The name, for comparing: this does not count as a use of it.
    pub(crate) fn name(&self) -> &Value<String> {
        &self.state.name
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl IPolicy for Policy {
    fn policy_name(&self) -> Value<String> {
        Policy::policy_name(self)
    }
}

impl IGrantable for Policy {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        let policy = self.clone();
        Rc::new(PolicyPrincipal {
            node: self.node().clone(),
            add: Rc::new(move |statement| policy.add_statements([statement])),
        })
    }
}

/// A policy that exists.
#[derive(Clone, Debug)]
pub struct ImportedPolicy {
    construct: Construct,
    policy_name: Value<String>,
}

impl IConstruct for ImportedPolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IPolicy for ImportedPolicy {
    fn policy_name(&self) -> Value<String> {
        self.policy_name.clone()
    }
}

/// The principal that a policy is for grants: it takes statements, and cannot itself be named in one.
#[derive(Clone)]
pub(crate) struct PolicyPrincipal {
    pub(crate) node: Node,
    pub(crate) add: Rc<dyn Fn(PolicyStatement)>,
}

impl fmt::Debug for PolicyPrincipal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Policy({})", self.node.path())
    }
}

impl IPrincipal for PolicyPrincipal {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        PrincipalPolicyFragment::default().problem(
            Diagnostic::error(
                "iam::policy-as-principal",
                format!(
                    "this grant needs a principal for the policy of a resource, and `{}` is a policy",
                    self.node.path()
                ),
            )
            .help("grant to a role or a user instead"),
        )
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(Stack::of(&self.node).account())
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        (self.add)(statement);
        AddToPrincipalPolicyResult::added(DependencyGroup::of(&self.node))
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node))
    }
}

type Attach = Box<dyn FnOnce(&Policy)>;

/// Builds a [`Policy`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct PolicyBuilder {
    scope: Node,
    id: String,
    policy_name: Option<Value<String>>,
    document: Option<PolicyDocument>,
    statements: Vec<PolicyStatement>,
    force: bool,
    attach: Vec<(Rank, Attach)>,
}

impl fmt::Debug for PolicyBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyBuilder").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The order in which identities are attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    User,
    Group,
    Role,
}

impl PolicyBuilder {
    /// The name, unique in each identity that has the policy. Default: made of the logical id.
    pub fn policy_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.policy_name = Some(value.into());
        self
    }

    /// The document to start with. Default: an empty one.
    pub fn document(mut self, document: PolicyDocument) -> Self {
        self.document = Some(document);
        self
    }

    /// Adds a statement. Default: none.
    pub fn statement(mut self, statement: PolicyStatement) -> Self {
        self.statements.push(statement);
        self
    }

    /// Attaches the policy to a user. Default: none.
    pub fn user(mut self, user: &(impl IUser + Clone + 'static)) -> Self {
        let user = user.clone();
        self.attach.push((Rank::User, Box::new(move |policy| policy.attach_to_user(&user))));
        self
    }

    /// Attaches the policy to a group. Default: none.
    pub fn group(mut self, group: &(impl IGroup + Clone + 'static)) -> Self {
        let group = group.clone();
        self.attach.push((Rank::Group, Box::new(move |policy| policy.attach_to_group(&group))));
        self
    }

    /// Attaches the policy to a role. Default: none.
    pub fn role(mut self, role: &(impl IRole + Clone + 'static)) -> Self {
        let role = role.clone();
        self.attach.push((Rank::Role, Box::new(move |policy| policy.attach_to_role(&role))));
        self
    }

    /// Whether the policy is in the template also without statements or identities, which then is an error. Default: false.
    pub fn force(mut self, value: bool) -> Self {
        self.force = value;
        self
    }

    /// Adds the policy. Errors: `iam::empty-policy`, `iam::unattached-policy`, those of statements in policies of
    /// identities, and those of ids.
    #[track_caller]
    pub fn build(self) -> Policy {
        let location = Location::caller();
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.Policy");
        let document = self.document.unwrap_or_default();
        let (roles, users, groups) = (Identities::default(), Identities::default(), Identities::default());
        let resource = CfnPolicy::builder(&construct, "Resource")
            .policy_document(&document)
            .policy_name("")
            .roles(roles.names())
            .users(users.names())
            .groups(groups.names())
            .build();
        let name = self.policy_name.unwrap_or_else(|| generated_name(&resource));
        resource.set_policy_name(&name);
        let state = Rc::new(State {
            resource,
            name,
            document,
            roles,
            users,
            groups,
            force: self.force,
            is_referenced: Cell::new(false),
        });
        let policy = Policy { construct, state };
        policy.node().set_state(policy.state.clone());
        let mut attach = self.attach;
        sorting::sort_by_key(&mut attach, |(rank, _)| *rank);
        attach.into_iter().for_each(|(_, attach)| attach(&policy));
        policy.add_statements(self.statements);
        let state = Rc::downgrade(&policy.state);
        policy.state.resource.set_synthesize_if(move || {
            let Some(state) = state.upgrade() else { return false };
            state.force || state.is_referenced.get() || (!state.document.is_empty() && state.is_attached())
        });
        let state = Rc::downgrade(&policy.state);
        policy
            .node()
            .add_validation(move || state.upgrade().map(|state| validate(&state, location)).unwrap_or_default());
        policy
    }
}

/// The last 128 characters of the logical id.
fn generated_name(resource: &CfnPolicy) -> Value<String> {
    let logical_id: Value<String> = resource.logical_id().into();
    Lazy::string_in(move |context| {
        let resolved = context.resolve(logical_id.as_json())?;
        let text = resolved.as_str()?;
        let start = text.len().saturating_sub(MAX_POLICY_NAME_LENGTH);
        Some(text.get(start..).unwrap_or(text).into())
    })
    .into()
}

pub(crate) const MAX_POLICY_NAME_LENGTH: usize = 128;

fn validate(state: &State, location: &'static Location<'static>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let why = match (state.force, state.is_referenced.get()) {
        (true, _) => Some("the policy is forced"),
        (false, true) => Some("the policy is referred to"),
        (false, false) => None,
    };
    if let Some(why) = why {
        if state.document.is_empty() {
            found.push(
                Diagnostic::error("iam::empty-policy", format!("{why}, but has no statements"))
                    .help("add some with `add_statements`")
                    .at(location),
            );
        }
        if !state.is_attached() {
            found.push(
                Diagnostic::error("iam::unattached-policy", format!("{why}, but no role, user or group has it"))
                    .help("attach it with `attach_to_role`, `attach_to_user` or `attach_to_group`")
                    .at(location),
            );
        }
    }
    found.extend(state.document.validate_for_identity_policy());
    found
}
