//! Grants: rights given to a principal, in its own policies or in the policy of the resource.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{DependencyGroup, Diagnostic, IConstruct, Json, Node, Object, Stack, Value};

use crate::account::{Comparison, compare};
use crate::document::{PolicyStatement, condition_not_object};
use crate::principal::{IGrantable, IPrincipal, describe};

/// A resource with a policy of its own.
///
/// An extension point for L2 constructs of such resources.
pub trait IResourceWithPolicy: IConstruct {
    /// Adds a statement to the policy of the resource.
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult;

    /// The account of the resource. Default: that of its stack.
    fn resource_account(&self) -> Value<String> {
        Stack::of(self.node()).account()
    }
}

/// What became of a statement that was to be added to the policy of a resource.
#[derive(Clone, Debug, Default)]
pub struct AddToResourcePolicyResult {
    /// Whether it was added.
    pub statement_added: bool,
    /// The constructs that carry the policy. Default: the resource itself.
    pub policy_dependable: Option<DependencyGroup>,
}

impl AddToResourcePolicyResult {
    /// The statement was added, and these constructs carry the policy.
    pub fn added(policy_dependable: DependencyGroup) -> Self {
        Self { statement_added: true, policy_dependable: Some(policy_dependable) }
    }

    /// The statement was added to the resource itself.
    pub fn added_to_resource() -> Self {
        Self { statement_added: true, policy_dependable: None }
    }

    /// The policy cannot be changed here, as that of an imported resource.
    pub fn not_added() -> Self {
        Self::default()
    }
}

/// What is granted, and to whom.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{Grant, GrantOptions, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let user = User::new(&stack, "User");
/// let grant = Grant::add_to_principal(
///     GrantOptions::new(&user).actions(["s3:GetObject"]).resource_arns(["arn:aws:s3:::books/*"]),
/// );
/// assert!(grant.success());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct GrantOptions {
    grantee: Rc<dyn IPrincipal>,
    actions: Vec<Value<String>>,
    resource_arns: Vec<Value<String>>,
    conditions: Object,
    resource_self_arns: Option<Vec<Value<String>>>,
    resource_policy_principal: Option<Rc<dyn IPrincipal>>,
    problems: Vec<Diagnostic>,
}

impl GrantOptions {
    /// Grants to a role, a user, or what acts as one.
    pub fn new(grantee: &(impl IGrantable + ?Sized)) -> Self {
        Self {
            grantee: grantee.grant_principal(),
            actions: Vec::new(),
            resource_arns: Vec::new(),
            conditions: Object::new(),
            resource_self_arns: None,
            resource_policy_principal: None,
            problems: Vec::new(),
        }
    }

    /// The actions. Default: none.
    pub fn actions<V: Into<Value<String>>>(mut self, actions: impl IntoIterator<Item = V>) -> Self {
        self.actions = actions.into_iter().map(Into::into).collect();
        self
    }

    /// The ARNs of the resources. Default: none.
    pub fn resource_arns<V: Into<Value<String>>>(mut self, arns: impl IntoIterator<Item = V>) -> Self {
        self.resource_arns = arns.into_iter().map(Into::into).collect();
        self
    }

    /// The conditions, an object of operators. Default: none.
    #[track_caller]
    pub fn conditions(mut self, conditions: impl Into<Value<Json>>) -> Self {
        match conditions.into().into_json() {
            Json::Object(conditions) => self.conditions = conditions,
            _ => self.problems.push(condition_not_object("conditions")),
        }
        self
    }

    /// What the resource calls itself in its own policy, `*` for some. Default: the ARNs.
    pub fn resource_self_arns<V: Into<Value<String>>>(mut self, arns: impl IntoIterator<Item = V>) -> Self {
        self.resource_self_arns = Some(arns.into_iter().map(Into::into).collect());
        self
    }

    /// The principal that [`Grant::add_to_principal_and_resource`] names in the policy of the resource. Default: the one
    /// that gets the rights.
    pub fn resource_policy_principal(mut self, principal: impl IPrincipal + 'static) -> Self {
        self.resource_policy_principal = Some(Rc::new(principal));
        self
    }

    #[track_caller]
    fn principal_statement(&self) -> PolicyStatement {
        self.statement(&self.resource_arns)
    }

    #[track_caller]
    fn resource_statement(&self, principal: &dyn IPrincipal) -> PolicyStatement {
        let arns = self.resource_self_arns.as_ref().unwrap_or(&self.resource_arns);
        let mut statement = PolicyStatement::new();
        statement.add_principal(principal);
        self.fill(statement, arns)
    }

    #[track_caller]
    fn statement(&self, arns: &[Value<String>]) -> PolicyStatement {
        self.fill(PolicyStatement::new(), arns)
    }

    #[track_caller]
    fn fill(&self, mut statement: PolicyStatement, arns: &[Value<String>]) -> PolicyStatement {
        statement.add_actions(&self.actions);
        statement.add_resources(arns);
        statement.add_conditions(self.conditions.clone());
        self.problems.iter().for_each(|problem| statement.add_problem(problem.clone()));
        statement
    }
}

/// The outcome of a grant: which statements were added, and what must be deployed before the rights are there.
#[derive(Clone)]
pub struct Grant {
    options: GrantOptions,
    principal_statements: Vec<PolicyStatement>,
    resource_statements: Vec<PolicyStatement>,
    dependables: Vec<DependencyGroup>,
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant")
            .field("grantee", &self.options.grantee)
            .field("principal_statements", &self.principal_statements)
            .field("resource_statements", &self.resource_statements)
            .finish_non_exhaustive()
    }
}

impl Grant {
    fn new(options: GrantOptions) -> Self {
        Self { options, principal_statements: Vec::new(), resource_statements: Vec::new(), dependables: Vec::new() }
    }

    /// Adds the rights to the policies of the principal. That this cannot be is no error: see [`Grant::success`].
    #[track_caller]
    pub fn add_to_principal(options: GrantOptions) -> Self {
        let statement = options.principal_statement();
        let added = options.grantee.add_to_principal_policy(statement.clone());
        let mut grant = Self::new(options);
        if added.statement_added {
            grant.principal_statements.push(statement);
            grant.dependables.push(added.policy_dependable);
        }
        grant
    }

    /// Adds the rights to the policies of the principal; to that of the resource as well, unless both are known to be in one
    /// account; to that of the resource if the principal has none.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html>.
    #[track_caller]
    pub fn add_to_principal_or_resource(options: GrantOptions, resource: &dyn IResourceWithPolicy) -> Self {
        let grant = Self::add_to_principal(options);
        let options = &grant.options;
        let is_same_account = options.grantee.principal_account().is_some_and(|account| {
            matches!(compare(&resource.resource_account(), &account), Comparison::Same | Comparison::BothTokens)
        });
        if grant.success() && is_same_account {
            return grant;
        }
        let statement = options.resource_statement(&*options.grantee);
        Self::add_to_policy_of(grant.options, resource, statement)
    }

    /// Adds the rights to the policies of the principal, if it has some, and to that of the resource.
    #[track_caller]
    pub fn add_to_principal_and_resource(options: GrantOptions, resource: &dyn IResourceWithPolicy) -> Self {
        let grant = Self::add_to_principal(options);
        let options = &grant.options;
        let principal = options.resource_policy_principal.as_ref().unwrap_or(&options.grantee);
        let statement = options.resource_statement(&**principal);
        let added = Self::add_to_policy_of(grant.options.clone(), resource, statement.clone());
        Self {
            principal_statements: vec![statement],
            dependables: grant.dependables.into_iter().chain(added.dependables).collect(),
            ..Self::new(grant.options)
        }
    }

    /// Adds a statement to the policy of a resource.
    #[track_caller]
    pub fn add_statement_to_resource_policy(
        options: GrantOptions,
        resource: &dyn IResourceWithPolicy,
        statement: PolicyStatement,
    ) -> Self {
        Self::add_to_policy_of(options, resource, statement)
    }

    #[track_caller]
    fn add_to_policy_of(options: GrantOptions, resource: &dyn IResourceWithPolicy, statement: PolicyStatement) -> Self {
        let added = resource.add_to_resource_policy(statement.clone());
        let mut grant = Self { resource_statements: vec![statement], ..Self::new(options) };
        if added.statement_added {
            let resource = || DependencyGroup::of(resource.node());
            grant.dependables.push(added.policy_dependable.unwrap_or_else(resource));
        }
        grant
    }

    /// A grant that gives nothing, for resources whose policies cannot be changed here.
    pub fn drop(grantee: &(impl IGrantable + ?Sized), _intent: &str) -> Self {
        Self::new(GrantOptions::new(grantee))
    }

    /// The statements that were added to the policies of the principal, as they were.
    pub fn principal_statements(&self) -> &[PolicyStatement] {
        &self.principal_statements
    }

    /// The statements that were added to the policy of the resource, as they were.
    pub fn resource_statements(&self) -> &[PolicyStatement] {
        &self.resource_statements
    }

    /// Whether any rights were granted.
    pub fn success(&self) -> bool {
        !self.principal_statements.is_empty() || !self.resource_statements.is_empty()
    }

    /// Reports the error `iam::grant-failed` on a construct if nothing was granted.
    #[track_caller]
    pub fn assert_success(&self, construct: &impl IConstruct) {
        if self.success() {
            return;
        }
        let text = |values: &[Value<String>]| -> String {
            let shown = values.iter().map(|value| value.as_literal().map_or_else(|| "…".to_owned(), str::to_owned));
            shown.collect::<Vec<_>>().join(", ")
        };
        let message = format!(
            "{} gets no right to {} on {}",
            describe(&*self.options.grantee),
            text(&self.options.actions),
            text(&self.options.resource_arns)
        );
        construct.node().report(
            Diagnostic::error("iam::grant-failed", message)
                .help("grant to a role, user or group that is made here: neither this principal nor the resource has a policy that can be changed"),
        );
    }

    /// Deploys a construct after the rights are there.
    ///
    /// ```
    /// use aws_cdk_core::{App, CfnResource, Stack};
    /// use aws_cdk_iam::{Grant, GrantOptions, Role, ServicePrincipal};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let role = Role::builder(&stack, "Role", ServicePrincipal::new("ecs-tasks")).build();
    /// let task = CfnResource::builder(&stack, "Task", "My::Own::Task").build();
    /// Grant::add_to_principal(GrantOptions::new(&role).actions(["s3:GetObject"]).resource_arns(["*"])).apply_before(&task);
    /// ```
    #[track_caller]
    pub fn apply_before(&self, construct: &impl IConstruct) {
        for dependable in &self.dependables {
            construct.node().add_dependency_group(dependable);
        }
    }

    /// The groups of constructs that give the rights.
    pub fn dependables(&self) -> &[DependencyGroup] {
        &self.dependables
    }

    /// Both grants as one.
    pub fn combine(&self, other: &Grant) -> Grant {
        let both = |a: &[PolicyStatement], b: &[PolicyStatement]| a.iter().chain(b).cloned().collect();
        Grant {
            options: self.options.clone(),
            principal_statements: both(&self.principal_statements, &other.principal_statements),
            resource_statements: both(&self.resource_statements, &other.resource_statements),
            dependables: self.dependables.iter().chain(&other.dependables).cloned().collect(),
        }
    }
}

/// Grants the right to take a role. Principals without policies of their own can only be named by the role's trust policy:
/// `iam::assume-role-grant`.
#[track_caller]
pub(crate) fn assume_role(role: &Node, role_arn: Value<String>, grantee: &dyn IGrantable) -> Grant {
    if grantee.grant_principal().needs_trust_policy() {
        role.report(
            Diagnostic::error(
                "iam::assume-role-grant",
                "services and accounts cannot be granted the right to take a role",
            )
            .help("add a statement to `assume_role_policy` of the role"),
        );
        return Grant::drop(grantee, "assume role");
    }
    on_role(role_arn, grantee, &["sts:AssumeRole"])
}

#[track_caller]
pub(crate) fn on_role(role_arn: Value<String>, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
    Grant::add_to_principal(GrantOptions::new(grantee).actions(actions.iter().copied()).resource_arns([role_arn]))
}
