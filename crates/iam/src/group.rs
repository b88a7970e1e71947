//! Groups of users.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_iam::CfnGroup;
use aws_cdk_core::{
    Arn, ArnComponents, ArnFormat, Construct, DependencyGroup, Diagnostic, IConstruct, Node, PhysicalName,
    ResourceName, Stack, Value,
};

use crate::attachments::{AttachedPolicies, ManagedPolicies};
use crate::document::PolicyStatement;
use crate::managed_policy::IManagedPolicy;
use crate::names;
use crate::policy::Policy;
use crate::principal::{AddToPrincipalPolicyResult, ArnPrincipal, IGrantable, IPrincipal, PrincipalPolicyFragment};
use crate::user::IUser;

/// A group, made here or imported.
pub trait IGroup: IConstruct + IPrincipal + IGrantable + fmt::Debug {
    /// The name of the group.
    fn group_name(&self) -> Value<String>;

    /// The ARN of the group.
    fn group_arn(&self) -> Value<String>;

    /// Attaches a managed policy. An imported group does not change.
    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy);

    /// Attaches an inline policy.
    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy);

    /// Adds a user to the group.
    #[track_caller]
    fn add_user(&self, user: &dyn IUser);
}

#[derive(Default)]
struct State {
    managed_policies: ManagedPolicies,
    attached_policies: AttachedPolicies,
    default_policy: RefCell<Option<Policy>>,
}

impl State {
    #[track_caller]
    fn add_to_default_policy(
        &self,
        group: &(impl IGroup + Clone + 'static),
        statement: PolicyStatement,
    ) -> AddToPrincipalPolicyResult {
        let known = self.default_policy.borrow().clone();
        let policy = match known {
            Some(known) => known,
            None => {
                let policy = Policy::new(group, "DefaultPolicy");
                *self.default_policy.borrow_mut() = Some(policy.clone());
                policy.attach_to_group(group);
                policy
            }
        };
        policy.add_statements([statement]);
        AddToPrincipalPolicyResult::added(DependencyGroup::of(&policy))
    }
}

/// A group: users that have rights in common.
///
/// A group cannot be a principal in a policy: `iam::group-as-principal`.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{Group, ManagedPolicy};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let readers = Group::builder(&stack, "Readers")
///     .managed_policy(ManagedPolicy::from_aws_managed_policy_name("ReadOnlyAccess"))
///     .build();
/// ```
#[derive(Clone)]
pub struct Group {
    construct: Construct,
    resource: CfnGroup,
    group_arn: Value<String>,
    group_name: Value<String>,
    state: Rc<State>,
}

impl IConstruct for Group {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Group({})", self.node().path())
    }
}

impl Group {
    /// A group with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a group with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> GroupBuilder {
        GroupBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            group_name: None,
            path: None,
            managed_policies: Vec::new(),
        }
    }

    /// A group of the stack's account that exists, by its name.
    #[track_caller]
    pub fn from_group_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        group_name: impl Into<Value<String>>,
    ) -> ImportedGroup {
        let components = ArnComponents::new("iam", "group").region("").resource_name(group_name);
        Self::from_group_arn(scope, id, Stack::of(scope).format_arn(components))
    }

    /// A group that exists, by its ARN. Something else than an ARN is the error `iam::invalid-arn`.
    #[track_caller]
    pub fn from_group_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        group_arn: impl Into<Value<String>>,
    ) -> ImportedGroup {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedGroup");
        let group_arn = group_arn.into();
        let (account, name) = match Arn::split(&group_arn, ArnFormat::SlashResourceName) {
            Ok(parts) => (Some(parts.account), parts.resource_name),
            Err(error) => {
                construct.node().report(
                    Diagnostic::error("iam::invalid-arn", error.to_string())
                        .help("give the ARN of a group: `arn:aws:iam::111111111111:group/name`"),
                );
                (None, None)
            }
        };
        let group_name = name.unwrap_or_else(|| group_arn.clone());
        ImportedGroup { construct, group_name, group_arn, account, state: Rc::default() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnGroup {
        &self.resource
    }

    /// Adds a statement to the group's inline policy `DefaultPolicy`.
    #[track_caller]
    pub fn add_to_policy(&self, statement: PolicyStatement) {
        self.add_to_principal_policy(statement);
    }

    /// The quota is IAM's: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>.
    #[track_caller]
    fn warn_of_many_policies(&self) {
        let count = self.state.managed_policies.len();
        if count > 10 {
            self.node().report(
                Diagnostic::warning("iam::many-managed-policies", format!("the group has {count} managed policies"))
                    .help("a group can have 10 at most: put the rights into fewer policies"),
            );
        }
    }
}

impl IPrincipal for Group {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(self.group_arn()).policy_fragment().problem(
            Diagnostic::error("iam::group-as-principal", "a group cannot be a principal in a policy")
                .help("name the users or a role that they take"),
        )
    }

    fn principal_account(&self) -> Option<Value<String>> {
        Some(Stack::of(self).account())
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        self.state.add_to_default_policy(self, statement)
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

impl IGroup for Group {
    fn group_name(&self) -> Value<String> {
        self.group_name.clone()
    }

    fn group_arn(&self) -> Value<String> {
        self.group_arn.clone()
    }

    #[track_caller]
    fn add_managed_policy(&self, policy: &dyn IManagedPolicy) {
        self.state.managed_policies.add(policy);
        self.warn_of_many_policies();
    }

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        self.state.attached_policies.attach(policy);
        policy.attach_to_group(self);
    }

    #[track_caller]
    fn add_user(&self, user: &dyn IUser) {
        user.add_to_group(self);
    }
}

/// Builds a [`Group`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct GroupBuilder {
    scope: Node,
    id: String,
    group_name: Option<PhysicalName>,
    path: Option<Value<String>>,
    managed_policies: Vec<Value<String>>,
}

impl GroupBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn group_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.group_name = Some(value.into());
        self
    }

    /// The path, which starts and ends with a slash. Default: `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Adds a managed policy. Default: none.
    pub fn managed_policy(mut self, policy: impl IManagedPolicy) -> Self {
        self.managed_policies.push(policy.managed_policy_arn());
        self
    }

    /// Adds the group. Errors: those of ids. Warnings: `iam::many-managed-policies`.
    #[track_caller]
    pub fn build(self) -> Group {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.Group");
        let managed_policies = ManagedPolicies::new(self.managed_policies);
        let mut resource = CfnGroup::builder(&construct, "Resource").managed_policy_arns(managed_policies.arns());
        let name = ResourceName::new(&construct, self.group_name);
        if let Some(name) = name.property() {
            resource = resource.group_name(name);
        }
        if let Some(path) = &self.path {
            resource = resource.path(path);
        }
        let state = Rc::new(State { managed_policies, ..State::default() });
        let resource = resource.build();
        let group = Group {
            group_arn: names::arn(&name, resource.attr_arn(), "group", self.path.as_ref()),
            group_name: name.name_attribute(resource.ref_()),
            construct,
            resource,
            state,
        };
        group.warn_of_many_policies();
        group
    }
}

/// A group that exists.
#[derive(Clone)]
pub struct ImportedGroup {
    construct: Construct,
    group_name: Value<String>,
    group_arn: Value<String>,
    account: Option<Value<String>>,
    state: Rc<State>,
}

impl IConstruct for ImportedGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for ImportedGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedGroup({})", self.node().path())
    }
}

impl IPrincipal for ImportedGroup {
    fn policy_fragment(&self) -> PrincipalPolicyFragment {
        ArnPrincipal::new(&self.group_arn).policy_fragment()
    }

    fn principal_account(&self) -> Option<Value<String>> {
        self.account.clone()
    }

    #[track_caller]
    fn add_to_principal_policy(&self, statement: PolicyStatement) -> AddToPrincipalPolicyResult {
        self.state.add_to_default_policy(self, statement)
    }

    fn identity(&self) -> Option<String> {
        Some(format!("{:?}", self.node()))
    }

    fn text(&self) -> String {
        self.node().path()
    }
}

impl IGroup for ImportedGroup {
    fn group_name(&self) -> Value<String> {
        self.group_name.clone()
    }

    fn group_arn(&self) -> Value<String> {
        self.group_arn.clone()
    }

    fn add_managed_policy(&self, _policy: &dyn IManagedPolicy) {}

    #[track_caller]
    fn attach_inline_policy(&self, policy: &Policy) {
        self.state.attached_policies.attach(policy);
        policy.attach_to_group(self);
    }

    #[track_caller]
    fn add_user(&self, user: &dyn IUser) {
        user.add_to_group(self);
    }
}
