//! Aliases: names for keys.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_kms::{Alias, Key};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let key = Key::new(&stack, "Key");
//! let alias = Alias::builder(&stack, "Alias", "orders", &key).build();
//! ```

use std::rc::Rc;

use aws_cdk_cfn_kms::CfnAlias;
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    ArnComponents, Construct, Diagnostic, FeatureFlags, IConstruct, Node, RemovalPolicy, ResourceName, Stack, Value,
    cfn_format, cfn_json,
};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, GrantOptions, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;

const PREFIX: &str = "alias/";
const RESERVED_PREFIX: &str = "alias/aws/";

/// An alias of a key, made here or imported. It can stand wherever a key can.
pub trait IAlias: IKey {
    /// The name of the alias, with `alias/`.
    fn alias_name(&self) -> Value<String>;

    /// The key that it names.
    fn alias_target_key(&self) -> Rc<dyn IKey>;
}

/// An alias of a key.
///
/// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html>.
#[derive(Clone, Debug)]
pub struct Alias {
    construct: Construct,
    resource: CfnAlias,
    name: ResourceName,
    target: Rc<dyn IKey>,
}

impl Alias {
    /// Starts an alias of a key. The name gets `alias/` in front, if it has not.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        alias_name: impl Into<Value<String>>,
        target_key: &(impl IKey + Clone + 'static),
    ) -> AliasBuilder {
        AliasBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            alias_name: alias_name.into(),
            target: Rc::new(target_key.clone()),
            removal_policy: None,
        }
    }

    /// An alias that exists, by its name with `alias/`, and the key that it names.
    #[track_caller]
    pub fn from_alias_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        alias_name: impl Into<Value<String>>,
        alias_target_key: &(impl IKey + Clone + 'static),
    ) -> ImportedAlias {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-kms.Alias");
        ImportedAlias { construct, alias_name: alias_name.into(), target: Rc::new(alias_target_key.clone()) }
    }

    /// An alias that exists, by its name with `alias/`. Which key it names is not known.
    #[track_caller]
    pub fn from_alias_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        alias_name: impl Into<Value<String>>,
    ) -> ImportedAliasName {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-kms.Alias");
        ImportedAliasName { construct, alias_name: alias_name.into() }
    }

    /// The ARN of the alias.
    pub fn alias_arn(&self) -> Value<String> {
        alias_arn(self.node(), self.alias_name())
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnAlias {
        &self.resource
    }
}

fn alias_arn(node: &Node, alias_name: Value<String>) -> Value<String> {
    Stack::of(node).format_arn(ArnComponents::new("kms", alias_name))
}

impl IAlias for Alias {
    fn alias_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    fn alias_target_key(&self) -> Rc<dyn IKey> {
        self.target.clone()
    }
}

/// Builds an [`Alias`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct AliasBuilder {
    scope: Node,
    id: String,
    alias_name: Value<String>,
    target: Rc<dyn IKey>,
    removal_policy: Option<RemovalPolicy>,
}

impl AliasBuilder {
    /// What happens to the alias when it leaves the stack. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = Some(value);
        self
    }

    /// Adds the alias. Errors: `kms::alias-name`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Alias {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-kms.Alias");
        let name = full_name(construct.node(), &self.alias_name);
        let name = ResourceName::new(&construct, Some(name.into()));
        let mut resource =
            CfnAlias::builder(&construct, "Resource").target_key_id(self.target.key_arn()).alias_name("");
        if let Some(name) = name.property() {
            resource = resource.alias_name(name);
        }
        let resource = resource.build();
        if let Some(policy) = self.removal_policy {
            resource.apply_removal_policy(policy);
        }
        Alias { construct, resource, name, target: self.target }
    }
}

/// The name with `alias/`. The rules are those of KMS:
/// <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html>.
#[track_caller]
fn full_name(node: &Node, name: &Value<String>) -> Value<String> {
    // Of text with tokens, what stands before the first one can be seen.
    let literal = match name.as_literal() {
        Some(literal) => literal.to_owned(),
        None => match name.leading_literal() {
            Some(leading) => leading.to_owned(),
            None => return name.clone(),
        },
    };
    let full = if literal.starts_with(PREFIX) { name.clone() } else { cfn_format!("alias/{}", name) };
    let seen = full.as_literal().map_or(literal.as_str(), |full| full);
    let allowed = |character: char| character.is_ascii_alphanumeric() || ":/_-".contains(character);
    let problem = if full.as_literal() == Some(PREFIX) {
        "it has nothing after `alias/`"
    } else if seen.to_lowercase().starts_with(RESERVED_PREFIX) {
        "`alias/aws/` is for keys that AWS manages"
    } else if seen.is_empty() || seen.len() > 256 || !seen.chars().all(allowed) {
        "it is not 1 to 256 letters, digits and `:/_-`"
    } else {
        return full;
    };
    node.report(
        Diagnostic::error("kms::alias-name", format!("`{seen}` is not a name for an alias: {problem}"))
            .help("use letters, digits and `:/_-`, such as `alias/orders`"),
    );
    full
}

/// An alias that exists already, of a key that is known.
#[derive(Clone, Debug)]
pub struct ImportedAlias {
    construct: Construct,
    alias_name: Value<String>,
    target: Rc<dyn IKey>,
}

impl IAlias for ImportedAlias {
    fn alias_name(&self) -> Value<String> {
        self.alias_name.clone()
    }

    fn alias_target_key(&self) -> Rc<dyn IKey> {
        self.target.clone()
    }
}

/// An alias stands for its key: what is granted is granted on the key.
macro_rules! key_of_alias {
    ($($alias:ty),+) => {
        $(impl IConstruct for $alias {
            fn node(&self) -> &Node {
                self.construct.node()
            }
        }

        impl IResourceWithPolicy for $alias {
            #[track_caller]
            fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
                self.target.add_to_resource_policy(statement)
            }
        }

        impl IKey for $alias {
            fn key_arn(&self) -> Value<String> {
                alias_arn(self.node(), self.alias_name())
            }

            fn key_id(&self) -> Value<String> {
                self.alias_name()
            }

            #[track_caller]
            fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
                self.target.grant(grantee, actions)
            }
        })+
    };
}

key_of_alias!(Alias, ImportedAlias);

/// An alias that exists already, of a key that is not known: rights are granted by the alias's name.
#[derive(Clone, Debug)]
pub struct ImportedAliasName {
    construct: Construct,
    alias_name: Value<String>,
}

impl ImportedAliasName {
    /// The name of the alias, with `alias/`.
    pub fn alias_name(&self) -> Value<String> {
        self.alias_name.clone()
    }
}

impl IConstruct for ImportedAliasName {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedAliasName {
    fn add_to_resource_policy(&self, _: PolicyStatement) -> AddToResourcePolicyResult {
        AddToResourcePolicyResult::not_added()
    }
}

impl IKey for ImportedAliasName {
    fn key_arn(&self) -> Value<String> {
        alias_arn(self.node(), self.alias_name())
    }

    fn key_id(&self) -> Value<String> {
        self.alias_name()
    }

    /// Grants actions on all keys that have the alias, unless the feature flag
    /// `@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal` is off; then it gives nothing.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        if !FeatureFlags::of(self).is_enabled(flags::KMS_APPLY_IMPORTED_ALIAS_PERMISSIONS_TO_PRINCIPAL) {
            return Grant::drop(grantee, "a key that is not known");
        }
        let keys = Stack::of(self).format_arn(ArnComponents::new("kms", "key").resource_name("*"));
        let condition = cfn_json!({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": self.alias_name() } });
        let options = GrantOptions::new(grantee).actions(actions.iter().copied()).resource_arns([keys]);
        Grant::add_to_principal(options.conditions(condition))
    }
}
