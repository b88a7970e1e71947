//! Importing roles that exist.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{Arn, ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Stack, Value};

use super::imported::{ImportedRole, State};
use super::{IRole, Role, immutable};
use crate::account::may_be_same;
use crate::attachments::AttachedPolicies;

/// How a role is imported.
#[must_use]
#[derive(Clone, Debug)]
pub struct FromRoleArnOptions {
    mutable: bool,
    add_grants_to_resources: Option<bool>,
    default_policy_name: Option<String>,
}

impl Default for FromRoleArnOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl FromRoleArnOptions {
    /// All defaults.
    pub fn new() -> Self {
        Self { mutable: true, add_grants_to_resources: None, default_policy_name: None }
    }

    /// Whether policies can be attached to the role. If not, what is granted to it has no effect. Default: true.
    pub fn mutable(mut self, value: bool) -> Self {
        self.mutable = value;
        self
    }

    /// Whether what is granted to a role that is not mutable goes to the policies of resources instead. Default: false.
    pub fn add_grants_to_resources(mut self, value: bool) -> Self {
        self.add_grants_to_resources = Some(value);
        self
    }

    /// The name of the policy for what is granted: needed if several apps or stacks import the role and change it. Default:
    /// one made of the path of the import.
    pub fn default_policy_name(mut self, value: impl Into<String>) -> Self {
        self.default_policy_name = Some(value.into());
        self
    }
}

impl Role {
    /// A role that exists, by its ARN. It takes policies, unless it is known to be in another account than the stack.
    /// Something else than an ARN is the error `iam::invalid-arn`.
    ///
    /// ```
    /// use aws_cdk_core::{App, Stack};
    /// use aws_cdk_iam::{IPrincipal, PolicyStatement, Role};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let role = Role::from_role_arn(&stack, "Deployer", "arn:aws:iam::111111111111:role/deployer");
    /// role.add_to_principal_policy(PolicyStatement::new().actions(["s3:GetObject"]).resources(["*"]));
    /// ```
    #[track_caller]
    pub fn from_role_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        role_arn: impl Into<Value<String>>,
    ) -> Rc<dyn IRole> {
        Self::from_role_arn_with(scope, id, role_arn, FromRoleArnOptions::new())
    }

    /// As [`Role::from_role_arn`], with options. `add_grants_to_resources` of a mutable role is the error
    /// `iam::grants-to-resources-of-mutable-role`.
    #[track_caller]
    pub fn from_role_arn_with(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        role_arn: impl Into<Value<String>>,
        options: FromRoleArnOptions,
    ) -> Rc<dyn IRole> {
        let (scope, id, role_arn) = (scope.node(), id.as_ref(), role_arn.into());
        let mut problems = Vec::new();
        let (account, role_name) = match Arn::split(&role_arn, ArnFormat::SlashResourceName) {
            Ok(parts) => {
                let name = parts.resource_name.as_ref().and_then(|name| name.split_literals('/').pop());
                (Some(parts.account), name.unwrap_or_else(|| role_arn.clone()))
            }
            Err(error) => {
                problems.push(
                    Diagnostic::error("iam::invalid-arn", error.to_string())
                        .help("give the ARN of a role: `arn:aws:iam::111111111111:role/name`"),
                );
                (None, role_arn.clone())
            }
        };
        if options.add_grants_to_resources.is_some() && options.mutable {
            problems.push(
                Diagnostic::error(
                    "iam::grants-to-resources-of-mutable-role",
                    "`add_grants_to_resources` is set for a role that takes policies itself",
                )
                .help("set `mutable(false)` as well"),
            );
        }
        let own_account = Stack::of(scope).account();
        let takes_policies = options.mutable && may_be_same(account.as_ref().unwrap_or(&own_account), &own_account);
        let imported_id = if takes_policies { id.to_owned() } else { format!("MutableRole{id}") };
        let construct = Construct::of_type(scope, &imported_id, "aws-cdk-iam.ImportedRole");
        problems.into_iter().for_each(|problem| construct.node().report(problem));
        let imported = ImportedRole {
            construct,
            state: Rc::new(State {
                role_arn,
                role_name,
                account,
                default_policy_name: options.default_policy_name,
                attached_policies: AttachedPolicies::default(),
                default_policy: RefCell::default(),
            }),
        };
        if takes_policies {
            return Rc::new(imported);
        }
        immutable::immutable(scope, id, Rc::new(imported), options.add_grants_to_resources.unwrap_or(false))
    }

    /// A role of the stack's account that exists, by its name.
    #[track_caller]
    pub fn from_role_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        role_name: impl Into<Value<String>>,
    ) -> Rc<dyn IRole> {
        Self::from_role_name_with(scope, id, role_name, FromRoleArnOptions::new())
    }

    /// As [`Role::from_role_name`], with options.
    #[track_caller]
    pub fn from_role_name_with(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        role_name: impl Into<Value<String>>,
        options: FromRoleArnOptions,
    ) -> Rc<dyn IRole> {
        let components = ArnComponents::new("iam", "role").region("").resource_name(role_name);
        let arn = Stack::of(scope).format_arn(components);
        Self::from_role_arn_with(scope, id, arn, options)
    }
}
