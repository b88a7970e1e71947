//! Building keys.

use std::rc::Rc;

use aws_cdk_cfn_kms::CfnKey;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, RemovalPolicy, Value};
use aws_cdk_iam::{AccountRootPrincipal, IGrantable, IPrincipal, PolicyDocument, PolicyStatement};

use crate::key::Key;
use crate::spec::{KeySpec, KeyUsage};

/// Builds a [`Key`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct KeyBuilder {
    scope: Node,
    id: String,
    alias: Option<Value<String>>,
    description: Option<Value<String>>,
    enable_key_rotation: Option<bool>,
    rotation_period: Option<Duration>,
    enabled: Option<Value<bool>>,
    key_spec: Option<KeySpec>,
    key_usage: Option<KeyUsage>,
    multi_region: Option<Value<bool>>,
    policy: Option<PolicyDocument>,
    admins: Vec<Rc<dyn IPrincipal>>,
    pending_window: Option<Duration>,
    removal_policy: RemovalPolicy,
}

impl KeyBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            alias: None,
            description: None,
            enable_key_rotation: None,
            rotation_period: None,
            enabled: None,
            key_spec: None,
            key_usage: None,
            multi_region: None,
            policy: None,
            admins: Vec::new(),
            pending_window: None,
            removal_policy: RemovalPolicy::Retain,
        }
    }

    /// The first alias; more can be added with [`Key::add_alias`]. Default: none.
    pub fn alias(mut self, value: impl Into<Value<String>>) -> Self {
        self.alias = Some(value.into());
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Whether KMS makes new material regularly; only for symmetric keys. Default: that of KMS, false; true if a rotation
    /// period is given.
    pub fn enable_key_rotation(mut self, value: bool) -> Self {
        self.enable_key_rotation = Some(value);
        self
    }

    /// The time between two rotations: 90 to 2,560 whole days. Default: that of KMS, 365 days.
    pub fn rotation_period(mut self, value: Duration) -> Self {
        self.rotation_period = Some(value);
        self
    }

    /// Whether the key can be used. Default: that of KMS, true.
    pub fn enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.enabled = Some(value.into());
        self
    }

    /// The kind of material. Default: that of KMS, [`KeySpec::SymmetricDefault`].
    pub fn key_spec(mut self, value: KeySpec) -> Self {
        self.key_spec = Some(value);
        self
    }

    /// What the key is for. Default: that of KMS, [`KeyUsage::EncryptDecrypt`].
    pub fn key_usage(mut self, value: KeyUsage) -> Self {
        self.key_usage = Some(value);
        self
    }

    /// Whether the key can be replicated to other regions. Default: that of KMS, false.
    pub fn multi_region(mut self, value: impl Into<Value<bool>>) -> Self {
        self.multi_region = Some(value.into());
        self
    }

    /// The policy of the key, instead of the default one. Default: the account's own policies decide who may use the key.
    ///
    /// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html>.
    pub fn policy(mut self, value: &PolicyDocument) -> Self {
        self.policy = Some(value.clone());
        self
    }

    /// Adds a principal that may administer the key, see [`Key::grant_admin`]. Default: none.
    pub fn admin(mut self, grantee: &dyn IGrantable) -> Self {
        self.admins.push(grantee.grant_principal());
        self
    }

    /// How long a deleted key can be restored: 7 to 30 whole days. Default: that of KMS, 30 days.
    pub fn pending_window(mut self, value: Duration) -> Self {
        self.pending_window = Some(value);
        self
    }

    /// What happens to the key when it leaves the stack. Default: it is kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the key. Errors: `kms::key-usage`, `kms::rotation`, `kms::rotation-period`, `kms::pending-window`, those of its
    /// alias and policy, and those of ids.
    #[track_caller]
    pub fn build(self) -> Key {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-kms.Key");
        self.check(construct.node());
        let policy = self.policy.unwrap_or_else(default_policy);
        let mut resource = CfnKey::builder(&construct, "Resource").key_policy(&policy);
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(enable) = self.enable_key_rotation.or(self.rotation_period.map(|_| true)) {
            resource = resource.enable_key_rotation(enable);
        }
        if let Some(Ok(days)) = self.rotation_period.map(Duration::to_days) {
            resource = resource.rotation_period_in_days(days);
        }
        if let Some(enabled) = self.enabled {
            resource = resource.enabled(enabled);
        }
        if let Some(spec) = &self.key_spec {
            resource = resource.key_spec(spec.as_str());
        }
        if let Some(usage) = &self.key_usage {
            resource = resource.key_usage(usage.as_str());
        }
        if let Some(multi_region) = self.multi_region {
            resource = resource.multi_region(multi_region);
        }
        if let Some(Ok(days)) = self.pending_window.map(Duration::to_days) {
            resource = resource.pending_window_in_days(days);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        let validated = policy.clone();
        construct.node().add_validation(move || validated.validate_for_resource_policy());
        let key = Key::of_parts(construct, resource, policy);
        for admin in &self.admins {
            key.grant_admin(admin);
        }
        if let Some(alias) = self.alias {
            key.add_alias(alias);
        }
        key
    }

    #[track_caller]
    fn check(&self, node: &Node) {
        let spec = self.key_spec.clone().unwrap_or(KeySpec::SymmetricDefault);
        let usage = self.key_usage.clone().unwrap_or(KeyUsage::EncryptDecrypt);
        if !usage.fits(&spec) {
            let message = format!("keys of the kind {} are not for {}", spec.as_str(), usage.as_str());
            node.report(
                Diagnostic::error("kms::key-usage", message).help("choose another `key_spec`, or another `key_usage`"),
            );
        }
        if self.enable_key_rotation == Some(true) && !spec.can_rotate() {
            let message = format!("keys of the kind {} are not rotated", spec.as_str());
            node.report(Diagnostic::error("kms::rotation", message).help("leave `enable_key_rotation` out"));
        }
        if self.rotation_period.is_some() && self.enable_key_rotation == Some(false) {
            node.report(
                Diagnostic::error("kms::rotation", "a key that is not rotated has no rotation period")
                    .help("leave `rotation_period` out, or `enable_key_rotation(false)`"),
            );
        }
        // https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
        if let Some(period) = self.rotation_period.filter(|period| !matches!(period.to_days(), Ok(90..=2560))) {
            let message = format!("the rotation period is {}", period.to_human_string());
            node.report(Diagnostic::error("kms::rotation-period", message).help("use 90 to 2,560 whole days"));
        }
        // https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
        if let Some(window) = self.pending_window.filter(|window| !matches!(window.to_days(), Ok(7..=30))) {
            let message = format!("the pending window is {}", window.to_human_string());
            node.report(Diagnostic::error("kms::pending-window", message).help("use 7 to 30 whole days"));
        }
    }
}

/// The policies of the account's identities decide.
fn default_policy() -> PolicyDocument {
    let statement = PolicyStatement::new().actions(["kms:*"]).resources(["*"]);
    PolicyDocument::new().statement(statement.principal(&AccountRootPrincipal::new()))
}
