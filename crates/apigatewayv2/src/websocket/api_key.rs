//! API keys: who a client is, for usage plans.
//!
//! ```
//! use aws_cdk_apigatewayv2::{ApiKey, IApiKey};
//! # use aws_cdk_core::{App, Stack};
//! # use aws_cdk_iam::User;
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let partner = ApiKey::builder(&stack, "Partner").description("the partner's key").customer_id("4711").build();
//! partner.grant_read(&User::new(&stack, "Support"));
//! let named = ApiKey::builder(&stack, "Named").api_key_name("named").value("at-least-20-characters").build();
//! ```

use std::fmt;

use aws_cdk_cfn_apigateway::CfnApiKey;
use aws_cdk_core::{ArnComponents, Construct, IConstruct, Node, PhysicalName, ResourceName, Stack, Value};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

const READ: &[&str] = &["apigateway:GET"];
const WRITE: &[&str] = &["apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"];

/// An API key, made here or imported.
pub trait IApiKey: IConstruct + fmt::Debug {
    /// The id of the key, which is not its value.
    fn key_id(&self) -> Value<String>;

    /// The ARN of the key.
    fn key_arn(&self) -> Value<String> {
        let key = ArnComponents::new("apigateway", "/apikeys").account("").resource_name(self.key_id());
        Stack::of(self.node()).format_arn(key)
    }

    /// Lets a principal read the key.
    #[track_caller]
    fn grant_read(&self, grantee: &dyn IGrantable) -> Grant {
        grant(grantee, READ.iter(), self.key_arn())
    }

    /// Lets a principal change and delete the key.
    #[track_caller]
    fn grant_write(&self, grantee: &dyn IGrantable) -> Grant {
        grant(grantee, WRITE.iter(), self.key_arn())
    }

    /// Lets a principal read, change and delete the key.
    #[track_caller]
    fn grant_read_write(&self, grantee: &dyn IGrantable) -> Grant {
        grant(grantee, READ.iter().chain(WRITE), self.key_arn())
    }
}

#[track_caller]
fn grant<'a>(grantee: &dyn IGrantable, actions: impl Iterator<Item = &'a &'a str>, arn: Value<String>) -> Grant {
    Grant::add_to_principal(GrantOptions::new(grantee).actions(actions.copied()).resource_arns([arn]))
}

/// An API key.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html>.
#[derive(Clone, Debug)]
pub struct ApiKey {
    construct: Construct,
    resource: CfnApiKey,
}

impl IConstruct for ApiKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApiKey for ApiKey {
    fn key_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl ApiKey {
    /// A key with the defaults: enabled, with a value that API Gateway makes.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a key with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> ApiKeyBuilder {
        ApiKeyBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_key_name: None,
            value: None,
            description: None,
            customer_id: None,
            enabled: true.into(),
            generate_distinct_id: None,
        }
    }

    /// A key that exists, by its id.
    #[track_caller]
    pub fn from_api_key_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        api_key_id: impl Into<Value<String>>,
    ) -> ImportedApiKey {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.ApiKey");
        ImportedApiKey { construct, key_id: api_key_id.into() }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnApiKey {
        &self.resource
    }
}

/// An API key that exists already.
#[derive(Clone, Debug)]
pub struct ImportedApiKey {
    construct: Construct,
    key_id: Value<String>,
}

impl IConstruct for ImportedApiKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApiKey for ImportedApiKey {
    fn key_id(&self) -> Value<String> {
        self.key_id.clone()
    }
}

/// Builds an [`ApiKey`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ApiKeyBuilder {
    scope: Node,
    id: String,
    api_key_name: Option<PhysicalName>,
    value: Option<Value<String>>,
    description: Option<Value<String>>,
    customer_id: Option<Value<String>>,
    enabled: Value<bool>,
    generate_distinct_id: Option<Value<bool>>,
}

impl ApiKeyBuilder {
    pub(super) fn in_scope(mut self, scope: &Node, id: &str) -> Self {
        self.scope = scope.clone();
        self.id = id.to_owned();
        self
    }

    /// The name of the key. Default: one that CloudFormation makes.
    pub fn api_key_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.api_key_name = Some(value.into());
        self
    }

    /// What clients send; 20 to 128 characters. It stands in the template for all to read. Default: API Gateway makes it.
    pub fn value(mut self, value: impl Into<Value<String>>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// The customer's id at AWS Marketplace. Default: none.
    pub fn customer_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.customer_id = Some(value.into());
        self
    }

    /// Whether clients can use the key. Default: true.
    pub fn enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.enabled = value.into();
        self
    }

    /// Whether the id of the key differs from its value. Default: that of API Gateway, false.
    pub fn generate_distinct_id(mut self, value: impl Into<Value<bool>>) -> Self {
        self.generate_distinct_id = Some(value.into());
        self
    }

    /// Adds the key. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> ApiKey {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.ApiKey");
        let mut builder = CfnApiKey::builder(&construct, "Resource").enabled(self.enabled);
        if let Some(customer) = self.customer_id {
            builder = builder.customer_id(customer);
        }
        if let Some(description) = self.description {
            builder = builder.description(description);
        }
        if let Some(distinct) = self.generate_distinct_id {
            builder = builder.generate_distinct_id(distinct);
        }
        if let Some(name) = ResourceName::new(&construct, self.api_key_name).property() {
            builder = builder.name(name);
        }
        if let Some(value) = self.value {
            builder = builder.value(value);
        }
        ApiKey { resource: builder.build(), construct }
    }
}
