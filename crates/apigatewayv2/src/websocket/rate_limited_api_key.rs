//! API keys with a usage plan of their own.
//!
//! ```
//! use aws_cdk_apigatewayv2::{Period, QuotaSettings, RateLimitedApiKey};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let trial = RateLimitedApiKey::builder(&stack, "Trial")
//!     .quota(QuotaSettings::new().limit(100).period(Period::Day))
//!     .build();
//! ```

use aws_cdk_core::{Construct, IConstruct, Node, PhysicalName, Value};

use super::api_key::{ApiKey, ApiKeyBuilder, IApiKey};
use super::usage_plan::{IUsagePlan, QuotaSettings, UsagePlan, UsagePlanPerApiStage};
use crate::common::ThrottleSettings;

/// An API key with a usage plan of its own, if it has limits or stages.
#[derive(Clone, Debug)]
pub struct RateLimitedApiKey {
    construct: Construct,
    key: ApiKey,
}

impl IConstruct for RateLimitedApiKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApiKey for RateLimitedApiKey {
    fn key_id(&self) -> Value<String> {
        self.key.key_id()
    }
}

impl RateLimitedApiKey {
    /// Starts a key with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> RateLimitedApiKeyBuilder {
        RateLimitedApiKeyBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            key: ApiKey::builder(scope, "Resource"),
            quota: None,
            throttle: None,
            api_stages: None,
        }
    }

    /// The key alone.
    pub fn default_child(&self) -> &ApiKey {
        &self.key
    }
}

/// Builds a [`RateLimitedApiKey`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct RateLimitedApiKeyBuilder {
    scope: Node,
    id: String,
    key: ApiKeyBuilder,
    quota: Option<QuotaSettings>,
    throttle: Option<ThrottleSettings>,
    api_stages: Option<Vec<UsagePlanPerApiStage>>,
}

impl RateLimitedApiKeyBuilder {
    /// The name of the key. Default: one that CloudFormation makes.
    pub fn api_key_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.key = self.key.api_key_name(value);
        self
    }

    /// What clients send; 20 to 128 characters. It stands in the template for all to read. Default: API Gateway makes it.
    pub fn value(mut self, value: impl Into<Value<String>>) -> Self {
        self.key = self.key.value(value);
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.key = self.key.description(value);
        self
    }

    /// The customer's id at AWS Marketplace. Default: none.
    pub fn customer_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.key = self.key.customer_id(value);
        self
    }

    /// Whether clients can use the key. Default: true.
    pub fn enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.key = self.key.enabled(value);
        self
    }

    /// Whether the id of the key differs from its value. Default: that of API Gateway, false.
    pub fn generate_distinct_id(mut self, value: impl Into<Value<bool>>) -> Self {
        self.key = self.key.generate_distinct_id(value);
        self
    }

    /// How many requests the holder may send in a period. Default: any number.
    pub fn quota(mut self, value: QuotaSettings) -> Self {
        self.quota = Some(value);
        self
    }

    /// How fast the holder may send requests. Default: as the stage takes them.
    pub fn throttle(mut self, value: ThrottleSettings) -> Self {
        self.throttle = Some(value);
        self
    }

    /// The stages that the key is for. Default: none.
    pub fn api_stages(mut self, value: impl IntoIterator<Item = UsagePlanPerApiStage>) -> Self {
        self.api_stages = Some(value.into_iter().collect());
        self
    }

    /// Adds the key, and a usage plan if there is a quota, a throttle or a stage. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> RateLimitedApiKey {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.RateLimitedApiKey");
        let key = self.key.in_scope(construct.node(), "Resource").build();
        if self.api_stages.is_some() || self.quota.is_some() || self.throttle.is_some() {
            let mut plan = UsagePlan::builder(&construct, "UsagePlanResource");
            if let Some(api_stages) = self.api_stages {
                plan = plan.api_stages(api_stages);
            }
            if let Some(quota) = self.quota {
                plan = plan.quota(quota);
            }
            if let Some(throttle) = self.throttle {
                plan = plan.throttle(throttle);
            }
            plan.build().add_api_key(&key);
        }
        RateLimitedApiKey { construct, key }
    }
}
