//! Stages of HTTP APIs: what is deployed of an API, under a URL.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions, StageThrottle};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! let beta = api.add_stage(
//!     "Beta",
//!     HttpStageOptions::new()
//!         .stage_name("beta")
//!         .auto_deploy(true)
//!         .throttle(StageThrottle::new().rate_limit(100).burst_limit(20)),
//! );
//! ```

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnStage;
use aws_cdk_cfn_apigatewayv2::cfn_stage::RouteSettingsProperty;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Lazy, Map, Node, Stack, Value, cfn_format};

use super::api::IHttpApi;
use crate::common::{ApiMapping, DomainMappingOptions, IStage, StageThrottle, map_stage};

/// The stage without a name in its URL.
const DEFAULT_STAGE_NAME: &str = "$default";

/// A stage of an HTTP API, made here or imported.
pub trait IHttpStage: IStage {
    /// The API.
    fn api(&self) -> &dyn IHttpApi;

    /// The URL of the stage at its custom domain name. Without one, and for imports, this is the error
    /// `apigatewayv2::no-domain-mapping`.
    #[track_caller]
    fn domain_url(&self) -> Value<String>;
}

/// A stage of an HTTP API.
#[derive(Clone, Debug)]
pub struct HttpStage {
    construct: Construct,
    resource: CfnStage,
    stage_name: String,
    api: Rc<dyn IHttpApi>,
    variables: Rc<RefCell<Map<String>>>,
    api_mapping: Rc<OnceCell<ApiMapping>>,
}

impl IConstruct for HttpStage {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IStage for HttpStage {
    fn stage_name(&self) -> Value<String> {
        self.stage_name.as_str().into()
    }

    fn url(&self) -> Value<String> {
        let stack = Stack::of(&self.construct);
        let path = if self.stage_name == DEFAULT_STAGE_NAME { "" } else { &self.stage_name };
        let (region, suffix) = (stack.region(), stack.url_suffix());
        cfn_format!("https://{}.execute-api.{}.{}/{}", self.api.api_id(), region, suffix, path)
    }
}

impl IHttpStage for HttpStage {
    fn api(&self) -> &dyn IHttpApi {
        &*self.api
    }

    #[track_caller]
    fn domain_url(&self) -> Value<String> {
        if let Some(mapping) = self.api_mapping.get() {
            return mapping.domain_url();
        }
        self.node().report(
            Diagnostic::error("apigatewayv2::no-domain-mapping", "the stage is mapped to no custom domain name")
                .help("give it one with `domain_mapping`"),
        );
        "".into()
    }
}

impl HttpStage {
    /// Starts a stage of an API.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        http_api: &(impl IHttpApi + Clone + 'static),
    ) -> HttpStageBuilder {
        HttpStageBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api: Rc::new(http_api.clone()),
            options: HttpStageOptions::new(),
        }
    }

    /// The name of the stage.
    pub fn stage_name(&self) -> Value<String> {
        IStage::stage_name(self)
    }

    /// The URL of the stage.
    pub fn url(&self) -> Value<String> {
        IStage::url(self)
    }

    /// The URL of the stage at its custom domain name. Without one this is the error `apigatewayv2::no-domain-mapping`.
    #[track_caller]
    pub fn domain_url(&self) -> Value<String> {
        IHttpStage::domain_url(self)
    }

    /// Adds a stage variable, or replaces it.
    pub fn add_stage_variable(&self, name: impl AsRef<str>, value: impl Into<Value<String>>) {
        let value = value.into();
        self.variables.borrow_mut().insert(name, value);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnStage {
        &self.resource
    }
}

/// The options of a stage.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct HttpStageOptions {
    stage_name: Option<String>,
    auto_deploy: Option<bool>,
    description: Option<Value<String>>,
    throttle: Option<StageThrottle>,
    detailed_metrics_enabled: Option<bool>,
    stage_variables: Map<String>,
    domain_mapping: Option<DomainMappingOptions>,
}

/// Builds a [`HttpStage`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct HttpStageBuilder {
    scope: Node,
    id: String,
    api: Rc<dyn IHttpApi>,
    options: HttpStageOptions,
}

impl HttpStageOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name of the stage. Default: `$default`.
    pub fn stage_name(mut self, name: impl Into<String>) -> Self {
        self.stage_name = Some(name.into());
        self
    }

    /// Whether changes of the API are deployed to the stage at once. Default: false.
    pub fn auto_deploy(mut self, value: bool) -> Self {
        self.auto_deploy = Some(value);
        self
    }

    /// The custom domain name and path of the stage. Default: none.
    pub fn domain_mapping(mut self, value: DomainMappingOptions) -> Self {
        self.domain_mapping = Some(value);
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// How many requests the stage takes. Default: the account's limits.
    pub fn throttle(mut self, value: StageThrottle) -> Self {
        self.throttle = Some(value);
        self
    }

    /// Whether metrics are kept for each route. Default: false.
    pub fn detailed_metrics_enabled(mut self, value: bool) -> Self {
        self.detailed_metrics_enabled = Some(value);
        self
    }

    /// Adds a stage variable, which integrations can use. Default: none.
    pub fn stage_variable(mut self, name: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.stage_variables = self.stage_variables.entry(name, value);
        self
    }
}

impl HttpStageBuilder {
    /// Replaces all options. Default: [`HttpStageOptions::new`].
    pub fn options(mut self, options: HttpStageOptions) -> Self {
        self.options = options;
        self
    }

    /// The name of the stage. Default: `$default`.
    pub fn stage_name(mut self, name: impl Into<String>) -> Self {
        self.options = self.options.stage_name(name);
        self
    }

    /// Whether changes of the API are deployed to the stage at once. Default: false.
    pub fn auto_deploy(mut self, value: bool) -> Self {
        self.options = self.options.auto_deploy(value);
        self
    }

    /// The custom domain name and path of the stage. Default: none.
    pub fn domain_mapping(mut self, value: DomainMappingOptions) -> Self {
        self.options = self.options.domain_mapping(value);
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.options = self.options.description(value);
        self
    }

    /// How many requests the stage takes. Default: the account's limits.
    pub fn throttle(mut self, value: StageThrottle) -> Self {
        self.options = self.options.throttle(value);
        self
    }

    /// Whether metrics are kept for each route. Default: false.
    pub fn detailed_metrics_enabled(mut self, value: bool) -> Self {
        self.options = self.options.detailed_metrics_enabled(value);
        self
    }

    /// Adds a stage variable, which integrations can use. Default: none.
    pub fn stage_variable(mut self, name: impl AsRef<str>, value: impl Into<Value<String>>) -> Self {
        self.options = self.options.stage_variable(name, value);
        self
    }

    /// Adds the stage. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> HttpStage {
        build_stage(&self.scope, &self.id, self.api, self.options)
    }
}

#[track_caller]
pub(super) fn build_stage(scope: &Node, id: &str, api: Rc<dyn IHttpApi>, options: HttpStageOptions) -> HttpStage {
    let construct = Construct::of_type(scope, id, "aws-cdk-apigatewayv2.HttpStage");
    let stage_name =
        options.stage_name.filter(|name| !name.is_empty()).unwrap_or_else(|| DEFAULT_STAGE_NAME.to_owned());
    let variables = Rc::new(RefCell::new(options.stage_variables));
    let later = variables.clone();
    let mut builder = CfnStage::builder(&construct, "Resource")
        .api_id(api.api_id())
        .stage_name(stage_name.as_str())
        .stage_variables(Lazy::value(move |_| {
            let variables = later.borrow();
            (!variables.is_empty()).then(|| Value::<Json>::from(variables.clone()))
        }));
    if let Some(auto_deploy) = options.auto_deploy {
        builder = builder.auto_deploy(auto_deploy);
    }
    if let Some(description) = options.description {
        builder = builder.description(description);
    }
    if options.throttle.is_some() || options.detailed_metrics_enabled == Some(true) {
        let mut settings = RouteSettingsProperty::new();
        let throttle = options.throttle.unwrap_or_default();
        if let Some(burst) = throttle.burst_limit {
            settings = settings.throttling_burst_limit(burst);
        }
        if let Some(rate) = throttle.rate_limit {
            settings = settings.throttling_rate_limit(rate);
        }
        if let Some(detailed) = options.detailed_metrics_enabled {
            settings = settings.detailed_metrics_enabled(detailed);
        }
        builder = builder.default_route_settings(settings);
    }
    let stage =
        HttpStage { resource: builder.build(), construct, stage_name, api, variables, api_mapping: Rc::default() };
    if let Some(mapping) = &options.domain_mapping {
        // The cell is empty: the stage has only just been made.
        let _ = stage.api_mapping.set(map_stage(&stage, &*stage.api, mapping));
    }
    stage
}
