//! API stages of either kind: what is deployed of an API, and how.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnStage;
use aws_cdk_cfn_apigatewayv2::cfn_stage::RouteSettingsProperty;
use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{IConstruct, Json, Lazy, Map, Value};

use super::access_log::{AccessLogFormat, AccessLogSettings};
use super::api::IApi;
use super::api_mapping::DomainMappingOptions;
use super::reference::StageReference;

/// A stage of an HTTP or WebSocket API, made here or imported.
pub trait IStage: IConstruct {
    /// The name of the stage; `$default` for that without a name in its URL.
    fn stage_name(&self) -> Value<String>;

    /// The URL of the stage. Where it cannot be known this is the error `apigatewayv2::no-stage-url`.
    #[track_caller]
    fn url(&self) -> Value<String>;

    /// The API.
    fn base_api(&self) -> &dyn IApi;

    /// What names the stage.
    fn stage_ref(&self) -> StageReference {
        StageReference::new(self.base_api().api_id(), self.stage_name())
    }

    /// A metric of the stage by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    fn metric(&self, metric_name: &str) -> Metric {
        self.base_api().metric(metric_name).dimension("Stage", self.stage_name()).attach_to(self.node())
    }
}

/// How many requests a stage takes.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html>.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct ThrottleSettings {
    pub(crate) rate_limit: Option<Value<f64>>,
    pub(crate) burst_limit: Option<Value<i64>>,
}

impl ThrottleSettings {
    /// The account's limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// The steady rate, in requests a second. Default: the account's limit.
    pub fn rate_limit(mut self, value: impl Into<Value<f64>>) -> Self {
        self.rate_limit = Some(value.into());
        self
    }

    /// The most requests at once. Default: the account's limit.
    pub fn burst_limit(mut self, value: impl Into<Value<i64>>) -> Self {
        self.burst_limit = Some(value.into());
        self
    }
}

/// The variables of a stage, to which more may be added until synthesis.
pub(crate) type StageVariables = Rc<RefCell<Map<String>>>;

/// The options that stages of both kinds have. [`stage_option_setters`] gives the kinds' own options their setters.
#[derive(Clone, Debug, Default)]
pub(crate) struct StageOptions {
    pub(crate) auto_deploy: Option<bool>,
    pub(crate) domain_mapping: Option<DomainMappingOptions>,
    pub(crate) throttle: Option<ThrottleSettings>,
    pub(crate) description: Option<Value<String>>,
    pub(crate) detailed_metrics_enabled: Option<bool>,
    pub(crate) access_log_settings: Option<AccessLogSettings>,
    pub(crate) stage_variables: Map<String>,
}

/// Setters of [`StageOptions`] for a type that has them in a field (also one of a field of it).
macro_rules! stage_option_setters {
    ($type:ty, $($options:ident).+) => {
        impl $type {
            /// Whether changes of the API are deployed to the stage at once. Default: false.
            pub fn auto_deploy(mut self, value: bool) -> Self {
                self.$($options).+.auto_deploy = Some(value);
                self
            }

            /// The custom domain name and path of the stage. Default: none.
            pub fn domain_mapping(mut self, value: $crate::common::DomainMappingOptions) -> Self {
                self.$($options).+.domain_mapping = Some(value);
                self
            }

            /// How many requests the stage takes. Default: the account's limits.
            pub fn throttle(mut self, value: $crate::common::ThrottleSettings) -> Self {
                self.$($options).+.throttle = Some(value);
                self
            }

            /// The description. Default: none.
            pub fn description(mut self, value: impl Into<aws_cdk_core::Value<String>>) -> Self {
                self.$($options).+.description = Some(value.into());
                self
            }

            /// Whether metrics are kept for each route. Default: false.
            pub fn detailed_metrics_enabled(mut self, value: bool) -> Self {
                self.$($options).+.detailed_metrics_enabled = Some(value);
                self
            }

            /// Where the stage writes access logs, and what stands in them. Default: it writes none. A format without an id
            /// of the request is the error `apigatewayv2::access-log-format`.
            pub fn access_log_settings(mut self, value: $crate::common::AccessLogSettings) -> Self {
                self.$($options).+.access_log_settings = Some(value);
                self
            }

            /// Adds a stage variable, which integrations can use, or replaces it. Default: none. What names and values may
            /// have in them: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-stage.html>.
            pub fn stage_variable(mut self, name: impl AsRef<str>, value: impl Into<aws_cdk_core::Value<String>>) -> Self {
                self.$($options).+.stage_variables.insert(name, value);
                self
            }
        }
    };
}
pub(crate) use stage_option_setters;

impl StageOptions {
    /// The resource of a stage, which is not there yet: `stage` is what access log destinations are bound to. Variables that
    /// are added later get into the template as well. The domain is not mapped here, since that needs the resource's place.
    #[track_caller]
    pub(crate) fn resource(
        &mut self,
        stage: &dyn IStage,
        default_format: AccessLogFormat,
    ) -> (CfnStage, StageVariables) {
        let variables = Rc::new(RefCell::new(std::mem::take(&mut self.stage_variables)));
        let later = variables.clone();
        let mut resource = CfnStage::builder(&stage.node(), "Resource")
            .api_id(stage.base_api().api_id())
            .stage_name(stage.stage_name())
            .stage_variables(Lazy::value(move |_| {
                let variables = later.borrow();
                (!variables.is_empty()).then(|| Value::<Json>::from(variables.clone()))
            }));
        if let Some(settings) = &self.access_log_settings {
            resource = resource.access_log_settings(settings.bind(stage, default_format));
        }
        if let Some(auto_deploy) = self.auto_deploy {
            resource = resource.auto_deploy(auto_deploy);
        }
        if let Some(description) = &self.description {
            resource = resource.description(description);
        }
        if let Some(settings) = self.default_route_settings() {
            resource = resource.default_route_settings(settings);
        }
        (resource.build(), variables)
    }

    fn default_route_settings(&self) -> Option<RouteSettingsProperty> {
        if self.throttle.is_none() && self.detailed_metrics_enabled != Some(true) {
            return None;
        }
        let mut settings = RouteSettingsProperty::new();
        let throttle = self.throttle.clone().unwrap_or_default();
        if let Some(burst) = throttle.burst_limit {
            settings = settings.throttling_burst_limit(burst);
        }
        if let Some(rate) = throttle.rate_limit {
            settings = settings.throttling_rate_limit(rate);
        }
        if let Some(detailed) = self.detailed_metrics_enabled {
            settings = settings.detailed_metrics_enabled(detailed);
        }
        Some(settings)
    }
}
