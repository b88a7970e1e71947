//! Managed policies: policies of their own, which identities name by ARN.

use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_cfn_iam::CfnManagedPolicy;
use aws_cdk_core::{
    Arn, ArnComponents, ArnFormat, Aws, Construct, Diagnostic, IConstruct, Node, PhysicalName, ResourceName, Stack,
    Value, cfn_format,
};

use crate::attachments::Identities;
use crate::document::{PolicyDocument, PolicyStatement};
use crate::group::IGroup;
use crate::names;
use crate::policy::PolicyPrincipal;
use crate::principal::{IGrantable, IPrincipal};
use crate::role::IRole;
use crate::user::IUser;

/// A managed policy, made here or elsewhere.
pub trait IManagedPolicy {
    /// The ARN of the policy.
    fn managed_policy_arn(&self) -> Value<String>;

    /// Attaches the policy to a role from its own side; whether that can be done.
    #[doc(hidden)]
    fn try_attach_to_role(&self, _role: &dyn IRole) -> bool {
        false
    }
}

impl<P: IManagedPolicy + ?Sized> IManagedPolicy for &P {
    fn managed_policy_arn(&self) -> Value<String> {
        (**self).managed_policy_arn()
    }

    fn try_attach_to_role(&self, role: &dyn IRole) -> bool {
        (**self).try_attach_to_role(role)
    }
}

/// A managed policy of this account.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{ManagedPolicy, PolicyStatement, Role, ServicePrincipal};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let policy = ManagedPolicy::builder(&stack, "ReadBooks")
///     .statement(PolicyStatement::new().actions(["s3:GetObject"]).resources(["arn:aws:s3:::books/*"]))
///     .build();
/// let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda")).managed_policy(&policy).build();
/// ```
#[derive(Clone)]
pub struct ManagedPolicy {
    construct: Construct,
    resource: CfnManagedPolicy,
    managed_policy_arn: Value<String>,
    document: PolicyDocument,
    roles: Identities,
    users: Identities,
    groups: Identities,
}

impl IConstruct for ManagedPolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl fmt::Debug for ManagedPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ManagedPolicy({})", self.node().path())
    }
}

/// A managed policy that exists: of this account or of AWS.
#[derive(Clone, Debug)]
pub struct ImportedManagedPolicy {
    managed_policy_arn: Value<String>,
}

impl IManagedPolicy for ImportedManagedPolicy {
    fn managed_policy_arn(&self) -> Value<String> {
        self.managed_policy_arn.clone()
    }
}

impl ManagedPolicy {
    /// Starts a policy.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> ManagedPolicyBuilder {
        ManagedPolicyBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            managed_policy_name: None,
            description: "".into(),
            path: "/".into(),
            document: None,
            statements: Vec::new(),
            roles: Identities::default(),
            users: Identities::default(),
            groups: Identities::default(),
        }
    }

    /// A policy of this account that exists, by its name.
    #[track_caller]
    pub fn from_managed_policy_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        managed_policy_name: impl Into<Value<String>>,
    ) -> ImportedManagedPolicy {
        Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedManagedPolicy");
        let arn = ArnComponents::new("iam", "policy").region("").resource_name(managed_policy_name);
        ImportedManagedPolicy { managed_policy_arn: Stack::of(scope).format_arn(arn) }
    }

    /// A policy that exists, by its ARN.
    #[track_caller]
    pub fn from_managed_policy_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        managed_policy_arn: impl Into<Value<String>>,
    ) -> ImportedManagedPolicy {
        Construct::of_type(scope, id.as_ref(), "aws-cdk-iam.ImportedManagedPolicy");
        ImportedManagedPolicy { managed_policy_arn: managed_policy_arn.into() }
    }

    /// A policy that AWS manages, by its name with the path: `service-role/AWSLambdaBasicExecutionRole`.
    pub fn from_aws_managed_policy_name(managed_policy_name: impl Into<Value<String>>) -> ImportedManagedPolicy {
        let arn = cfn_format!("arn:{}:iam::aws:policy/{}", Aws::PARTITION, managed_policy_name.into());
        ImportedManagedPolicy { managed_policy_arn: arn }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnManagedPolicy {
        &self.resource
    }

    /// The document.
    pub fn document(&self) -> &PolicyDocument {
        &self.document
    }

    /// The name of the policy, as a token.
    pub fn managed_policy_name(&self) -> Value<String> {
        let arn = Value::<String>::from(self.resource.ref_());
        let name = Arn::split(&arn, ArnFormat::SlashResourceName).ok().and_then(|parts| parts.resource_name);
        name.unwrap_or(arn)
    }

    /// Adds statements.
    pub fn add_statements(&self, statements: impl IntoIterator<Item = PolicyStatement>) {
        self.document.add_statements(statements);
    }

    /// Attaches the policy to a user.
    pub fn attach_to_user(&self, user: &dyn IUser) {
        self.users.attach(&user.user_arn(), user.user_name());
    }

    /// Attaches the policy to a role.
    pub fn attach_to_role(&self, role: &dyn IRole) {
        self.roles.attach(&role.role_arn(), role.role_name());
    }

    /// Attaches the policy to a group.
    pub fn attach_to_group(&self, group: &dyn IGroup) {
        self.groups.attach(&group.group_arn(), group.group_name());
    }
}

impl IManagedPolicy for ManagedPolicy {
    fn managed_policy_arn(&self) -> Value<String> {
        self.managed_policy_arn.clone()
    }

    fn try_attach_to_role(&self, role: &dyn IRole) -> bool {
        self.attach_to_role(role);
        true
    }
}

impl IGrantable for ManagedPolicy {
    fn grant_principal(&self) -> Rc<dyn IPrincipal> {
        let document = self.document.clone();
        Rc::new(PolicyPrincipal {
            node: self.node().clone(),
            add: Rc::new(move |statement| document.add_statements([statement])),
        })
    }
}

/// Builds a [`ManagedPolicy`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ManagedPolicyBuilder {
    scope: Node,
    id: String,
    managed_policy_name: Option<PhysicalName>,
    description: Value<String>,
    path: Value<String>,
    document: Option<PolicyDocument>,
    statements: Vec<PolicyStatement>,
    roles: Identities,
    users: Identities,
    groups: Identities,
}

impl ManagedPolicyBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn managed_policy_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.managed_policy_name = Some(value.into());
        self
    }

    /// The description, which cannot change later. Default: empty.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = value.into();
        self
    }

    /// The path, which starts and ends with a slash. Default: `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = value.into();
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
    pub fn user(self, user: &impl IUser) -> Self {
        self.users.attach(&user.user_arn(), user.user_name());
        self
    }

    /// Attaches the policy to a role. Default: none.
    pub fn role(self, role: &impl IRole) -> Self {
        self.roles.attach(&role.role_arn(), role.role_name());
        self
    }

    /// Attaches the policy to a group. Default: none.
    pub fn group(self, group: &impl IGroup) -> Self {
        self.groups.attach(&group.group_arn(), group.group_name());
        self
    }

    /// Adds the policy. Errors: `iam::empty-policy`, those of statements in policies of identities, and those of ids.
    #[track_caller]
    pub fn build(self) -> ManagedPolicy {
        let location = Location::caller();
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.ManagedPolicy");
        let document = self.document.unwrap_or_default();
        document.add_statements(self.statements);
        let mut resource = CfnManagedPolicy::builder(&construct, "Resource")
            .policy_document(&document)
            .description(self.description)
            .path(self.path)
            .roles(self.roles.names())
            .users(self.users.names())
            .groups(self.groups.names());
        let name = ResourceName::new(&construct, self.managed_policy_name);
        if let Some(name) = name.property() {
            resource = resource.managed_policy_name(name);
        }
        let resource = resource.build();
        let checked = document.clone();
        construct.node().add_validation(move || {
            let mut found = checked.validate_for_identity_policy();
            if checked.is_empty() {
                found.push(
                    Diagnostic::error("iam::empty-policy", "a managed policy has no statements")
                        .help("add some with `add_statements`")
                        .at(location),
                );
            }
            found
        });
        let Self { roles, users, groups, .. } = self;
        // The CDK leaves the path out of it.
        let managed_policy_arn = names::arn(&name, resource.ref_(), "policy", None);
        ManagedPolicy { construct, resource, managed_policy_arn, document, roles, users, groups }
    }
}
