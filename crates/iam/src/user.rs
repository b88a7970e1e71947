//! Users.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_iam::cfn_user::LoginProfileProperty;
use aws_cdk_cfn_iam::{CfnUser, CfnUserToGroupAddition};
use aws_cdk_core::{
    Arn, ArnComponents, ArnFormat, Construct, DependencyGroup, Diagnostic, IConstruct, Lazy, Node, PhysicalName,
    ResourceName, SecretValue, Stack, Value,
};

use crate::attachments::{AttachedPolicies, ManagedPolicies};
use crate::document::PolicyStatement;
use crate::group::IGroup;
use crate::managed_policy::IManagedPolicy;
use crate::names;
use crate::policy::Policy;
use crate::principal::{AddToPrincipalPolicyResult, ArnPrincipal, IGrantable, IPrincipal, PrincipalPolicyFragment};

/// A user, made here or imported.
pub trait IUser: IConstruct + IPrincipal + IGrantable + fmt::Debug {
    /// The name of the user.
    fn user_name(&self) -> Value<String>;

    /// The ARN of the user.
    fn user_arn(&self) -> Value<String>;

    /// Adds the user to a group.
    #[track_caller]
    fn add_to_group(&self, group: &dyn IGroup);

    /// Attaches a managed policy.
    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy);

    /// Attaches an inline policy.
    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy);
}

struct State {
    resource: CfnUser,
    user_arn: Value<String>,
    user_name: Value<String>,
    groups: Rc<RefCell<Vec<Value<String>>>>,
    managed_policies: ManagedPolicies,
    attached_policies: AttachedPolicies,
    default_policy: RefCell<Option<Policy>>,
}

/// A user: a person or program with lasting credentials. Mostly a role is the better choice.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{Group, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let readers = Group::new(&stack, "Readers");
/// let user = User::builder(&stack, "User").user_name("ada").group(&readers).build();
/// ```
#[derive(Clone)]
pub struct User {
    construct: Construct,
    state: Rc<State>,
}

impl IConstruct for User {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "User({})", self.node().path())
    }
}

impl User {
    /// A user with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a user with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> UserBuilder {
        UserBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            user_name: None,
            path: None,
            groups: Vec::new(),
            managed_policies: Vec::new(),
            permissions_boundary: None,
            password: None,
            password_reset_required: None,
        }
    }

    /// A user of the stack's account that exists, by the name.
    #[track_caller]
    pub fn from_user_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_name: impl Into<Value<String>>,
    ) -> ImportedUser {
        let components = ArnComponents::new("iam", "user").region("").resource_name(user_name);
        Self::from_user_arn(scope, id, Stack::of(scope).format_arn(components))
    }

    /// A user that exists, by the ARN. What is granted to it goes into a policy of this stack. Something else than the ARN
    /// of a user is the error `iam::invalid-arn`.
    #[track_caller]
    pub fn from_user_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        user_arn: impl Into<Value<String>>,
    ) -> ImportedUser {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedUser");
        let user_arn = user_arn.into();
        let account = Arn::split(&user_arn, ArnFormat::SlashResourceName).ok().map(|parts| parts.account);
        let name = match Arn::extract_resource_name(&user_arn, "user") {
            Ok(name) => name.split_literals('/').pop(),
            Err(error) => {
                construct.node().report(
                    Diagnostic::error("iam::invalid-arn", error.to_string())
                        .help("give the ARN of a user: `arn:aws:iam::111111111111:user/name`"),
                );
                None
            }
        };
        let user_name = name.unwrap_or_else(|| user_arn.clone());
        let state = ImportedState {
            user_name,
            user_arn,
            account,
            attached_policies: AttachedPolicies::default(),
            default_policy: RefCell::default(),
            groups: Cell::new(0),
        };
        ImportedUser { construct, state: Rc::new(state) }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUser {
        &self.state.resource
    }

    /// Adds a statement to the user's inline policy `DefaultPolicy`.
    #[track_caller]
    pub fn add_to_policy(&self, statement: PolicyStatement) {
        self.add_to_principal_policy(statement);
    }
}

impl IPrincipal for User {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(self.user_arn()).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(Stack::of(self).account())
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        add_to_default_policy(self, "DefaultPolicy", &self.state.default_policy, statement)
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

/// Adds a statement to the policy for what is granted, which is made with the first one.
#[track_caller]
fn add_to_default_policy(
    user: &(impl IUser + Clone + 'static),
    id: &str,
    policy: &RefCell<Option<Policy>>,
    statement: PolicyStatement,
) -> AddToPrincipalPolicyResult {
    let known = policy.borrow().clone();
    let made = match known {
        Some(known) => known,
        None => {
            let made = Policy::new(user, id);
            *policy.borrow_mut() = Some(made.clone());
            made.attach_to_user(user);
            made
        }
    };
    made.add_statements([statement]);
    AddToPrincipalPolicyResult::added(DependencyGroup::of(&made))
}

impl IUser for User {
    fn user_name(&self) -> Value<String> {
        self.state.user_name.clone()
    }

    fn user_arn(&self) -> Value<String> {
        self.state.user_arn.clone()
    }

    fn add_to_group(&self, group: &dyn IGroup) {
        self.state.groups.borrow_mut().push(group.group_name());
    }

    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        self.state.managed_policies.add(policy);
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        self.state.attached_policies.attach(policy);
        policy.attach_to_user(self);
    }
}

/// Builds a [`User`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UserBuilder {
    scope: Node,
    id: String,
    user_name: Option<PhysicalName>,
    path: Option<Value<String>>,
    groups: Vec<Value<String>>,
    managed_policies: Vec<Value<String>>,
    permissions_boundary: Option<Value<String>>,
    password: Option<SecretValue>,
    password_reset_required: Option<bool>,
}

impl UserBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn user_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.user_name = Some(value.into());
        self
    }

    /// The path, which starts and ends with a slash. Default: `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Adds the user to a group. Default: none.
    pub fn group(mut self, group: &dyn IGroup) -> Self {
        self.groups.push(group.group_name());
        self
    }

    /// Adds a managed policy. Default: none.
    pub fn managed_policy(mut self, policy: impl IManagedPolicy) -> Self {
        self.managed_policies.push(policy.managed_policy_arn());
        self
    }

    /// The policy that says what the user can have rights to at most. Default: none.
    pub fn permissions_boundary(mut self, policy: &dyn IManagedPolicy) -> Self {
        self.permissions_boundary = Some(policy.managed_policy_arn());
        self
    }

    /// The password for the console. Default: the user cannot sign in to it.
    pub fn password(mut self, value: &SecretValue) -> Self {
        self.password = Some(value.clone());
        self
    }

    /// Whether the user must change the password when signing in first. Default: false.
    pub fn password_reset_required(mut self, value: bool) -> Self {
        self.password_reset_required = Some(value);
        self
    }

    /// Adds the user. Errors: `iam::password-reset-without-password`, and those of ids.
    #[track_caller]
    pub fn build(self) -> User {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.User");
        let groups = Rc::new(RefCell::new(self.groups));
        let managed_policies = ManagedPolicies::new(self.managed_policies);
        let names = groups.clone();
        let mut resource = CfnUser::builder(&construct, "Resource")
            .groups(Lazy::list_omit_empty(move || names.borrow().iter().cloned().collect()))
            .managed_policy_arns(managed_policies.arns());
        let name = ResourceName::new(&construct, self.user_name);
        if let Some(name) = name.property() {
            resource = resource.user_name(name);
        }
        if let Some(path) = &self.path {
            resource = resource.path(path);
        }
        if let Some(boundary) = self.permissions_boundary {
            resource = resource.permissions_boundary(boundary);
        }
        match (self.password, self.password_reset_required) {
            (Some(password), reset) => {
                let mut profile = LoginProfileProperty::new().password(password.unsafe_unwrap());
                if let Some(reset) = reset {
                    profile = profile.password_reset_required(reset);
                }
                resource = resource.login_profile(profile);
            }
            (None, Some(true)) => construct.node().report(
                Diagnostic::error(
                    "iam::password-reset-without-password",
                    "the user must change a password, and has none",
                )
                .help("set `.password(..)` as well"),
            ),
            (None, _) => {}
        }
        let resource = resource.build();
        let state = State {
            user_arn: names::arn(&name, resource.attr_arn(), "user", self.path.as_ref()),
            user_name: name.name_attribute(resource.ref_()),
            resource,
            groups,
            managed_policies,
            attached_policies: AttachedPolicies::default(),
            default_policy: RefCell::default(),
        };
        User { construct, state: Rc::new(state) }
    }
}

struct ImportedState {
    user_name: Value<String>,
    user_arn: Value<String>,
    account: Option<Value<String>>,
    attached_policies: AttachedPolicies,
    default_policy: RefCell<Option<Policy>>,
    /// The number of groups that it was added to here.
    groups: Cell<usize>,
}

/// A user that exists.
#[derive(Clone)]
pub struct ImportedUser {
    construct: Construct,
    state: Rc<ImportedState>,
}

impl IConstruct for ImportedUser {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for ImportedUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedUser({})", self.node().path())
    }
}

impl IPrincipal for ImportedUser {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(&self.state.user_arn).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.state.account.clone()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        add_to_default_policy(self, "Policy", &self.state.default_policy, statement)
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IUser for ImportedUser {
    fn user_name(&self) -> Value<String> {
        self.state.user_name.clone()
    }

    fn user_arn(&self) -> Value<String> {
        self.state.user_arn.clone()
    }

    /// Adds the user to a group. A name that is known only at deployment is the error `iam::user-name-token`, since a
    /// construct is named after it.
    #[track_caller]
    fn add_to_group(&self, group: &dyn IGroup) {
        let Some(name) = self.state.user_name.as_literal() else {
            self.node().report(
                Diagnostic::error("iam::user-name-token", "the name of the imported user is known only at deployment")
                    .help("import the user by a literal name or ARN to add it to groups"),
            );
            return;
        };
        let count = self.state.groups.replace(self.state.groups.get() + 1);
        CfnUserToGroupAddition::builder(&Stack::of(group.node()), format!("{name}Group{count}"))
            .group_name(group.group_name())
            .users([name])
            .build();
    }

    /// Policies of an imported user cannot be changed: this is the error `iam::managed-policy-on-imported-user`.
    #[track_caller]
    fn add_managed_policy(&self, _policy: &dyn IManagedPolicy) {
        self.node().report(
            Diagnostic::error(
                "iam::managed-policy-on-imported-user",
                "a managed policy cannot be added to an imported user",
            )
            .help("attach it from the policy's side, with `ManagedPolicy::attach_to_user`"),
        );
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        self.state.attached_policies.attach(policy);
        policy.attach_to_user(self);
    }
}
