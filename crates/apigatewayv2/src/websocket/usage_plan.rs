//! Usage plans: how much the holders of API keys may call stages.
//!
//! ```
//! use aws_cdk_apigatewayv2::{
//!     ApiKey, IUsagePlan, Period, QuotaSettings, ThrottleSettings, UsagePlan, UsagePlanPerApiStage, WebSocketApi, WebSocketStage,
//! };
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = WebSocketApi::new(&stack, "Api");
//! let stage = WebSocketStage::builder(&stack, "Live", &api, "live").auto_deploy(true).build();
//! let plan = UsagePlan::builder(&stack, "Partners")
//!     .usage_plan_name("partners")
//!     .throttle(ThrottleSettings::new().rate_limit(10).burst_limit(2))
//!     .quota(QuotaSettings::new().limit(10_000).period(Period::Month))
//!     .api_stages([UsagePlanPerApiStage::new().api(&api).stage(&stage)])
//!     .build();
//! plan.add_api_key(&ApiKey::new(&stack, "Key"));
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigateway::cfn_usage_plan::{ApiStageProperty, QuotaSettingsProperty, ThrottleSettingsProperty};
use aws_cdk_cfn_apigateway::{CfnUsagePlan, CfnUsagePlanKey};
use aws_cdk_core::{Construct, IConstruct, Lazy, Names, Node, Value};

use super::api::IWebSocketApi;
use super::api_key::IApiKey;
use super::stage::IWebSocketStage;
use crate::common::ThrottleSettings;

/// After what time the quota of a usage plan starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Period {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

impl Period {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Period::Day => "DAY",
            Period::Week => "WEEK",
            Period::Month => "MONTH",
        }
    }
}

/// How many requests the holder of a key may send in a period.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html>.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct QuotaSettings {
    limit: Option<Value<i64>>,
    offset: Option<Value<i64>>,
    period: Option<Period>,
}

impl QuotaSettings {
    /// No limit.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of requests. Default: none.
    pub fn limit(mut self, value: impl Into<Value<i64>>) -> Self {
        self.limit = Some(value.into());
        self
    }

    /// How many requests fewer the first period has. Default: none.
    pub fn offset(mut self, value: impl Into<Value<i64>>) -> Self {
        self.offset = Some(value.into());
        self
    }

    /// The period. Default: none.
    pub fn period(mut self, value: Period) -> Self {
        self.period = Some(value);
        self
    }

    fn property(self) -> QuotaSettingsProperty {
        let mut property = QuotaSettingsProperty::new();
        if let Some(limit) = self.limit {
            property = property.limit(limit);
        }
        if let Some(offset) = self.offset {
            property = property.offset(offset);
        }
        if let Some(period) = self.period {
            property = property.period(period.as_str());
        }
        property
    }
}

/// A stage that a usage plan is for.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct UsagePlanPerApiStage {
    api: Option<Node>,
    stage: Option<(Node, Value<String>, Value<String>)>,
}

impl UsagePlanPerApiStage {
    /// No stage yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The API, which is made before the plan. Default: that of the stage, as far as the stage needs it.
    pub fn api(mut self, api: &(impl IWebSocketApi + ?Sized)) -> Self {
        self.api = Some(api.node().clone());
        self
    }

    /// The stage. Default: none; then the plan is for no stage.
    pub fn stage(mut self, stage: &(impl IWebSocketStage + ?Sized)) -> Self {
        self.stage = Some((stage.node().clone(), stage.stage_name(), stage.api().api_id()));
        self
    }
}

/// A usage plan, made here or imported.
pub trait IUsagePlan: IConstruct + fmt::Debug {
    /// The id of the plan.
    fn usage_plan_id(&self) -> Value<String>;

    /// Puts the holder of a key under the plan.
    #[track_caller]
    fn add_api_key(&self, key: &dyn IApiKey) {
        self.add_api_key_with(key, AddApiKeyOptions::new());
    }

    /// As [`IUsagePlan::add_api_key`], with options.
    #[track_caller]
    fn add_api_key_with(&self, key: &dyn IApiKey, options: AddApiKeyOptions) {
        let id = format!("UsagePlanKeyResource:{}", Names::unique_id(key.node()));
        let resource = CfnUsagePlanKey::builder(self.node(), id)
            .key_id(key.key_id())
            .key_type("API_KEY")
            .usage_plan_id(self.usage_plan_id())
            .build();
        if let Some(logical_id) = options.override_logical_id {
            resource.override_logical_id(logical_id);
        }
    }
}

/// How a key is put under a plan.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct AddApiKeyOptions {
    override_logical_id: Option<String>,
}

impl AddApiKeyOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The logical id of the resource that connects plan and key. Default: one of the paths of both.
    pub fn override_logical_id(mut self, value: impl Into<String>) -> Self {
        self.override_logical_id = Some(value.into());
        self
    }
}

/// A usage plan.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html>.
#[derive(Clone, Debug)]
pub struct UsagePlan {
    construct: Construct,
    resource: CfnUsagePlan,
    api_stages: Rc<RefCell<Vec<UsagePlanPerApiStage>>>,
}

impl IConstruct for UsagePlan {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUsagePlan for UsagePlan {
    fn usage_plan_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl UsagePlan {
    /// A plan without limits.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a plan with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> UsagePlanBuilder {
        UsagePlanBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            usage_plan_name: None,
            description: None,
            quota: None,
            throttle: None,
            api_stages: Vec::new(),
        }
    }

    /// A plan that exists, by its id.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{AddApiKeyOptions, ApiKey, IUsagePlan, UsagePlan};
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let partners = UsagePlan::from_usage_plan_id(&stack, "Partners", "abc123");
    /// partners.add_api_key(&ApiKey::from_api_key_id(&stack, "First", "key123"));
    /// // A logical id of your own stays the same when constructs move.
    /// let options = AddApiKeyOptions::new().override_logical_id("SecondPartner");
    /// partners.add_api_key_with(&ApiKey::new(&stack, "Second"), options);
    /// ```
    #[track_caller]
    pub fn from_usage_plan_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        usage_plan_id: impl Into<Value<String>>,
    ) -> ImportedUsagePlan {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.UsagePlan");
        ImportedUsagePlan { construct, usage_plan_id: usage_plan_id.into() }
    }

    /// Adds a stage that the plan is for.
    pub fn add_api_stage(&self, api_stage: UsagePlanPerApiStage) {
        self.api_stages.borrow_mut().push(api_stage);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnUsagePlan {
        &self.resource
    }
}

/// A usage plan that exists already.
#[derive(Clone, Debug)]
pub struct ImportedUsagePlan {
    construct: Construct,
    usage_plan_id: Value<String>,
}

impl IConstruct for ImportedUsagePlan {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IUsagePlan for ImportedUsagePlan {
    fn usage_plan_id(&self) -> Value<String> {
        self.usage_plan_id.clone()
    }
}

/// Builds a [`UsagePlan`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct UsagePlanBuilder {
    scope: Node,
    id: String,
    usage_plan_name: Option<Value<String>>,
    description: Option<Value<String>>,
    quota: Option<QuotaSettings>,
    throttle: Option<ThrottleSettings>,
    api_stages: Vec<UsagePlanPerApiStage>,
}

impl UsagePlanBuilder {
    /// The name of the plan. Default: one that CloudFormation makes.
    pub fn usage_plan_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.usage_plan_name = Some(value.into());
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// How many requests the holder of a key may send in a period. Default: any number.
    pub fn quota(mut self, value: QuotaSettings) -> Self {
        self.quota = Some(value);
        self
    }

    /// How fast the holder of a key may send requests. Default: as the stage takes them.
    pub fn throttle(mut self, value: ThrottleSettings) -> Self {
        self.throttle = Some(value);
        self
    }

    /// The stages that the plan is for. They and their APIs are made before the plan. Default: none.
    pub fn api_stages(mut self, value: impl IntoIterator<Item = UsagePlanPerApiStage>) -> Self {
        self.api_stages = value.into_iter().collect();
        self
    }

    /// Adds the plan. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> UsagePlan {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.UsagePlan");
        for api_stage in &self.api_stages {
            if let Some((stage, ..)) = &api_stage.stage {
                construct.node().add_dependency(stage);
            }
            if let Some(api) = &api_stage.api {
                construct.node().add_dependency(api);
            }
        }
        let api_stages = Rc::new(RefCell::new(self.api_stages));
        let later = api_stages.clone();
        let mut builder = CfnUsagePlan::builder(&construct, "Resource").api_stages(Lazy::value(move |_| {
            let api_stages = later.borrow();
            let stages: Vec<ApiStageProperty> = api_stages.iter().filter_map(api_stage_property).collect();
            (!api_stages.is_empty()).then(|| Value::<Vec<ApiStageProperty>>::from(stages))
        }));
        if let Some(description) = self.description {
            builder = builder.description(description);
        }
        if let Some(quota) = self.quota {
            builder = builder.quota(quota.property());
        }
        if let Some(throttle) = self.throttle {
            builder = builder.throttle(throttle_property(throttle));
        }
        if let Some(name) = self.usage_plan_name {
            builder = builder.usage_plan_name(name);
        }
        UsagePlan { resource: builder.build(), construct, api_stages }
    }
}

fn api_stage_property(api_stage: &UsagePlanPerApiStage) -> Option<ApiStageProperty> {
    let (_, stage_name, api_id) = api_stage.stage.as_ref()?;
    Some(ApiStageProperty::new().api_id(api_id).stage(stage_name))
}

fn throttle_property(throttle: ThrottleSettings) -> ThrottleSettingsProperty {
    let mut property = ThrottleSettingsProperty::new();
    if let Some(burst) = throttle.burst_limit {
        property = property.burst_limit(burst);
    }
    if let Some(rate) = throttle.rate_limit {
        property = property.rate_limit(rate);
    }
    property
}
