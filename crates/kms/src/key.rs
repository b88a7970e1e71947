//! Keys.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_kms::CfnKey;
use aws_cdk_core::{Arn, ArnFormat, Construct, Diagnostic, IConstruct, Node, Value};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyDocument, PolicyStatement};
use aws_cdk_interfaces::kms::{IKey, grant_on_key};

use crate::alias::Alias;
use crate::key_builder::KeyBuilder;

/// What administrators of a key may do.
const ADMIN: [&str; 14] = [
    "kms:Create*",
    "kms:Describe*",
    "kms:Enable*",
    "kms:List*",
    "kms:Put*",
    "kms:Update*",
    "kms:Revoke*",
    "kms:Disable*",
    "kms:Get*",
    "kms:Delete*",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:ScheduleKeyDeletion",
    "kms:CancelKeyDeletion",
];

/// A key. It stays when it leaves its stack, unless its removal policy says otherwise.
///
/// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::User;
/// use aws_cdk_kms::{IKey, Key};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let key = Key::new(&stack, "Key");
/// key.add_alias("orders");
/// key.grant_decrypt(&User::new(&stack, "Reader"));
/// ```
#[derive(Clone)]
pub struct Key {
    construct: Construct,
    resource: CfnKey,
    policy: PolicyDocument,
    aliases: Rc<Cell<usize>>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.node().path())
    }
}

impl IConstruct for Key {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for Key {
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        self.policy.add_statements([statement]);
        AddToResourcePolicyResult::added_to_resource()
    }
}

impl IKey for Key {
    fn key_arn(&self) -> Value<String> {
        self.resource.attr_arn().into()
    }

    fn key_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on_key(self, grantee, actions)
    }
}

impl Key {
    /// A key with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a key with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> KeyBuilder {
        KeyBuilder::new(scope.node(), id.into())
    }

    pub(crate) fn of_parts(construct: Construct, resource: CfnKey, policy: PolicyDocument) -> Self {
        Self { construct, resource, policy, aliases: Rc::default() }
    }

    /// A key that exists, by its ARN. Something else than the ARN of a key is the error `kms::invalid-arn`.
    #[track_caller]
    pub fn from_key_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        key_arn: impl Into<Value<String>>,
    ) -> ImportedKey {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-kms.ReferencedKey");
        let key_arn = key_arn.into();
        let parts = Arn::split(&key_arn, ArnFormat::SlashResourceName).ok();
        let key_id = parts.as_ref().and_then(|parts| parts.resource_name.clone());
        if key_id.as_ref().is_none_or(|id| id.as_literal() == Some("")) {
            construct.node().report(Diagnostic::error("kms::invalid-arn", "the value is not the ARN of a key").help(
                "give an ARN such as `arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab`",
            ));
        }
        let environment = parts.map(|parts| (parts.account, parts.region));
        let key_id = key_id.unwrap_or_else(|| key_arn.clone());
        ImportedKey { construct, key_arn, key_id, environment, aliases: Rc::default() }
    }

    /// Adds an alias, with the CDK's id under the key. Errors: those of [`AliasBuilder::build`](crate::AliasBuilder::build).
    #[track_caller]
    pub fn add_alias(&self, alias_name: impl Into<Value<String>>) -> Alias {
        add_alias(self, &self.aliases, alias_name.into())
    }

    /// Lets a principal administer the key, without the right to use it.
    #[track_caller]
    pub fn grant_admin(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &ADMIN)
    }

    /// The policy of the key.
    pub fn policy(&self) -> &PolicyDocument {
        &self.policy
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnKey {
        &self.resource
    }
}

#[track_caller]
fn add_alias(key: &(impl IKey + Clone + 'static), aliases: &Cell<usize>, alias_name: Value<String>) -> Alias {
    let id = match aliases.get() {
        0 => "Alias".to_owned(),
        _ => format!("Alias{}", alias_name.as_literal().unwrap_or_default()),
    };
    aliases.set(aliases.get() + 1);
    Alias::builder(key, id, alias_name, key).build()
}

/// A key that exists already. Its policy cannot be changed here.
#[derive(Clone, Debug)]
pub struct ImportedKey {
    construct: Construct,
    key_arn: Value<String>,
    key_id: Value<String>,
    /// Account and region.
    environment: Option<(Value<String>, Value<String>)>,
    aliases: Rc<Cell<usize>>,
}

impl IConstruct for ImportedKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedKey {
    fn add_to_resource_policy(&self, _: PolicyStatement) -> AddToResourcePolicyResult {
        AddToResourcePolicyResult::not_added()
    }

    fn resource_account(&self) -> Value<String> {
        let own = || aws_cdk_core::Stack::of(self).account();
        self.environment.as_ref().map_or_else(own, |(account, _)| account.clone())
    }
}

impl IKey for ImportedKey {
    fn key_arn(&self) -> Value<String> {
        self.key_arn.clone()
    }

    fn key_id(&self) -> Value<String> {
        self.key_id.clone()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on_key(self, grantee, actions)
    }

    fn resource_region(&self) -> Value<String> {
        let own = || aws_cdk_core::Stack::of(self).region();
        self.environment.as_ref().map_or_else(own, |(_, region)| region.clone())
    }
}

impl ImportedKey {
    /// Adds an alias, with the CDK's id under the key. Errors: those of [`AliasBuilder::build`](crate::AliasBuilder::build).
    #[track_caller]
    pub fn add_alias(&self, alias_name: impl Into<Value<String>>) -> Alias {
        add_alias(self, &self.aliases, alias_name.into())
    }
}
