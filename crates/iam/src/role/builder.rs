//! Building roles.

use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_cfn_iam::CfnRole;
use aws_cdk_cfn_iam::cfn_role::PolicyProperty;
use aws_cdk_core::{
    Construct, Diagnostic, Duration, IConstruct, Json, Node, Object, PhysicalName, ResourceName, Value,
};

use super::{Role, State, split};
use crate::attachments::{AttachedPolicies, ManagedPolicies};
use crate::document::PolicyDocument;
use crate::managed_policy::IManagedPolicy;
use crate::names;
use crate::principal::IPrincipal;

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
            assumed_by: Rc::new(assumed_by),
            external_ids: Vec::new(),
            managed_policies: Vec::new(),
            inline_policies: Vec::new(),
            path: None,
            permissions_boundary: None,
            role_name: None,
            max_session_duration: None,
            description: None,
        }
    }
}

/// Builds a [`Role`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct RoleBuilder {
    scope: Node,
    id: String,
    assumed_by: Rc<dyn IPrincipal>,
    external_ids: Vec<Value<String>>,
    managed_policies: Vec<Value<String>>,
    inline_policies: Vec<(String, PolicyDocument)>,
    path: Option<Value<String>>,
    permissions_boundary: Option<Value<String>>,
    role_name: Option<PhysicalName>,
    max_session_duration: Option<Duration>,
    description: Option<Value<String>>,
}

impl RoleBuilder {
    /// Adds an id that who takes the role must give. Default: none.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>.
    pub fn external_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.external_ids.push(value.into());
        self
    }

    /// Adds ids of which who takes the role must give one. Default: none.
    pub fn external_ids<V: Into<Value<String>>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.external_ids.extend(values.into_iter().map(Into::into));
        self
    }

    /// Adds a managed policy. Default: none.
    pub fn managed_policy(mut self, policy: impl IManagedPolicy) -> Self {
        self.managed_policies.push(policy.managed_policy_arn());
        self
    }

    /// Adds managed policies. Default: none.
    pub fn managed_policies<P: IManagedPolicy>(mut self, policies: impl IntoIterator<Item = P>) -> Self {
        self.managed_policies.extend(policies.into_iter().map(|policy| policy.managed_policy_arn()));
        self
    }

    /// Adds an inline policy, which is written into the role itself. Default: none.
    pub fn inline_policy(mut self, name: impl Into<String>, document: PolicyDocument) -> Self {
        let name = name.into();
        match self.inline_policies.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = document,
            None => self.inline_policies.push((name, document)),
        }
        self
    }

    /// The path, which starts and ends with a slash; up to 512 characters. Default: `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// The policy that says what the role can have rights to at most. Default: none.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>.
    pub fn permissions_boundary(mut self, policy: &dyn IManagedPolicy) -> Self {
        self.permissions_boundary = Some(policy.managed_policy_arn());
        self
    }

    /// The name: up to 64 letters, digits and `_+=,.@-`. Default: one that CloudFormation makes.
    pub fn role_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.role_name = Some(value.into());
        self
    }

    /// How long the rights can be taken at once: 1 to 12 hours, whole seconds. Default: that of IAM, 1 hour.
    pub fn max_session_duration(mut self, value: Duration) -> Self {
        self.max_session_duration = Some(value);
        self
    }

    /// The description, up to 1,000 characters. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Adds the role. Errors: `iam::invalid-role-name`, `iam::role-description`, `iam::role-path`,
    /// `iam::max-session-duration`, those of statements in trust policies and policies of identities, and those of ids.
    /// Warnings: `iam::many-managed-policies`.
    #[track_caller]
    pub fn build(self) -> Role {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-iam.Role");
        self.check(construct.node());
        let assume_role_policy = self.trust_policy();
        let managed_policies = ManagedPolicies::new(self.managed_policies);
        let mut resource = CfnRole::builder(&construct, "Resource")
            .assume_role_policy_document(&assume_role_policy)
            .managed_policy_arns(managed_policies.unique_arns());
        if !self.inline_policies.is_empty() {
            let policies = self.inline_policies.iter();
            let policies =
                policies.map(|(name, document)| PolicyProperty::new().policy_name(name).policy_document(document));
            resource = resource.policies(policies.collect::<Vec<_>>());
        }
        if let Some(path) = &self.path {
            resource = resource.path(path);
        }
        if let Some(boundary) = self.permissions_boundary {
            resource = resource.permissions_boundary(boundary);
        }
        let name = ResourceName::new(&construct, self.role_name);
        if let Some(name) = name.property() {
            resource = resource.role_name(name);
        }
        if let Some(Ok(seconds)) = self.max_session_duration.map(Duration::to_seconds) {
            resource = resource.max_session_duration(seconds);
        }
        if let Some(description) = self.description.filter(|description| description.as_literal() != Some("")) {
            resource = resource.description(description);
        }
        let resource = resource.build();
        let state = Rc::new(State {
            role_arn: names::arn(&name, resource.attr_arn(), "role", self.path.as_ref()),
            role_name: name.name_attribute(resource.ref_()),
            resource,
            assume_role_policy: assume_role_policy.clone(),
            managed_policies,
            attached_policies: AttachedPolicies::default(),
            default_policy: RefCell::default(),
            did_split: Cell::new(false),
            immutable: RefCell::default(),
        });
        construct.node().set_state(state.clone());
        let role = Role { construct, state };
        split::add_aspect(&role);
        let inline_policies = self.inline_policies;
        role.node().add_validation(move || {
            let mut found = assume_role_policy.validate_for_trust_policy();
            found.extend(inline_policies.iter().flat_map(|(_, document)| document.validate_for_identity_policy()));
            found
        });
        role
    }

    #[track_caller]
    fn trust_policy(&self) -> PolicyDocument {
        let document = PolicyDocument::new();
        let external_id = match self.external_ids.as_slice() {
            [] => None,
            [only] => Some(only.as_json().clone()),
            several => Some(Json::List(several.iter().map(|id| id.as_json().clone()).collect())),
        };
        match external_id {
            None => self.assumed_by.add_to_assume_role_policy(&document),
            Some(external_id) => {
                let mut keys = Object::new();
                keys.insert("sts:ExternalId", external_id);
                let changed = document.with_change(move |mut statement| {
                    statement.add_condition("StringEquals", keys.clone());
                    statement
                });
                self.assumed_by.add_to_assume_role_policy(&changed);
            }
        }
        document.relocate(Location::caller());
        document
    }

    /// The rules are IAM's: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>.
    #[track_caller]
    fn check(&self, node: &Node) {
        let literal =
            |value: &Option<Value<String>>| value.as_ref().and_then(|value| value.as_literal().map(str::to_owned));
        let name = self.role_name.as_ref().and_then(|name| name.as_literal());
        if let Some(name) = name.filter(|name| !is_role_name(name)) {
            node.report(
                Diagnostic::error("iam::invalid-role-name", format!("`{name}` is not a name for a role"))
                    .help("use 1 to 64 letters, digits and `_+=,.@-`"),
            );
        }
        let description = literal(&self.description).map(|text| text.encode_utf16().count());
        if let Some(length) = description.filter(|length| *length > 1000) {
            node.report(
                Diagnostic::error("iam::role-description", format!("the description has {length} characters"))
                    .help("use up to 1,000 characters"),
            );
        }
        if let Some(path) = literal(&self.path).filter(|path| !is_path(path)) {
            node.report(
                Diagnostic::error("iam::role-path", format!("`{path}` is not a path for a role"))
                    .help("start and end it with a slash; use up to 512 characters of ASCII without blanks"),
            );
        }
        let is_out_of_range = |duration: &Duration| !matches!(duration.to_seconds(), Ok(3_600..=43_200));
        if let Some(duration) = self.max_session_duration.filter(is_out_of_range) {
            let message = format!("the maximum session duration is {}", duration.to_human_string());
            node.report(
                Diagnostic::error("iam::max-session-duration", message).help("use 1 to 12 hours, in whole seconds"),
            );
        }
    }
}

fn is_role_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte))
}

fn is_path(path: &str) -> bool {
    let is_inside = |inside: &str| !inside.is_empty() && inside.bytes().all(|byte| (0x21..=0x7f).contains(&byte));
    let inside = path.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    path.len() <= 512 && (path == "/" || inside.is_some_and(is_inside))
}
