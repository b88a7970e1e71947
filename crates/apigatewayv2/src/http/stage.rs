//! Stages of HTTP APIs: what is deployed of an API, under a URL.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions, ThrottleSettings};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! let beta = api.add_stage(
//!     "Beta",
//!     HttpStageOptions::new()
//!         .stage_name("beta")
//!         .auto_deploy(true)
//!         .throttle(ThrottleSettings::new().rate_limit(100).burst_limit(20)),
//! );
//! ```

use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnStage;
use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};

use super::api::IHttpApi;
use super::metrics::http_metrics;
use crate::checks::add_checks;
use crate::common::{
    AccessLogFormat, ApiMapping, IApi, IStage, StageOptions, StageVariables, map_stage, stage_option_setters,
};

/// The stage without a name in its URL.
const DEFAULT_STAGE_NAME: &str = "$default";

/// A stage of an HTTP API, made here or imported.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stage of an HTTP API",
    label = "a stage of an HTTP API belongs here"
)]
pub trait IHttpStage: IStage {
    /// The API.
    fn api(&self) -> &dyn IHttpApi;

    /// The URL of the stage at its custom domain name. Without one, and for imports, this is the error
    /// `apigatewayv2::no-domain-mapping`.
    #[track_caller]
    fn domain_url(&self) -> Value<String>;

    http_metrics!();
}

/// A stage of an HTTP API.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     AccessLogFormat, AccessLogSettings, DomainMappingOptions, DomainName, HttpApi, HttpStage, HttpStageOptions,
///     LogGroupLogDestination, ThrottleSettings,
/// };
/// # use aws_cdk_certificatemanager::Certificate;
/// # use aws_cdk_core::{App, CfnOutput, Stack};
/// use aws_cdk_logs::LogGroup;
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let api = HttpApi::new(&stack, "Api");
/// # let arn = "arn:aws:acm:us-east-1:111111111111:certificate/c";
/// # let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
/// # let domain = DomainName::builder(&stack, "Domain", "books.example.com", &certificate).build();
/// # let logs = LogGroup::new(&stack, "Logs");
/// let beta = HttpStage::builder(&stack, "Beta", &api)
///     .stage_name("beta")
///     .description("what comes next")
///     .auto_deploy(true)
///     .detailed_metrics_enabled(true)
///     .throttle(ThrottleSettings::new().rate_limit(100).burst_limit(20))
///     .access_log_settings(AccessLogSettings::new(LogGroupLogDestination::new(&logs)).format(AccessLogFormat::clf()))
///     .domain_mapping(DomainMappingOptions::new(&domain).mapping_key("beta"))
///     .stage_variable("backend", "blue")
///     .build();
/// beta.add_stage_variable("region", stack.region());
/// CfnOutput::new(&stack, "Url", beta.url());
/// CfnOutput::new(&stack, "OwnUrl", beta.domain_url());
///
/// // The same options for several stages, with another name.
/// let common = HttpStageOptions::new().auto_deploy(true);
/// HttpStage::builder(&stack, "Live", &api).options(common.clone()).stage_name("live").build();
/// # assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct HttpStage {
    base: StageBase,
    resource: CfnStage,
    variables: StageVariables,
    api_mapping: Option<ApiMapping>,
}

/// What a stage is before it has a resource: what access log destinations are bound to.
#[derive(Clone, Debug)]
struct StageBase {
    construct: Construct,
    stage_name: Value<String>,
    api: Rc<dyn IHttpApi>,
}

impl IConstruct for StageBase {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IStage for StageBase {
    fn stage_name(&self) -> Value<String> {
        self.stage_name.clone()
    }

    fn url(&self) -> Value<String> {
        let stack = Stack::of(&self.construct);
        let is_default = self.stage_name.as_literal() == Some(DEFAULT_STAGE_NAME);
        let path = if is_default { "".into() } else { self.stage_name.clone() };
        let (region, suffix) = (stack.region(), stack.url_suffix());
        cfn_format!("https://{}.execute-api.{}.{}/{}", self.api.api_id(), region, suffix, path)
    }

    fn base_api(&self) -> &dyn IApi {
        &*self.api
    }
}

impl IConstruct for HttpStage {
    fn node(&self) -> &Node {
        self.base.node()
    }
}

impl IStage for HttpStage {
    fn stage_name(&self) -> Value<String> {
        self.base.stage_name()
    }

    fn url(&self) -> Value<String> {
        self.base.url()
    }

    fn base_api(&self) -> &dyn IApi {
        self.base.base_api()
    }
}

impl IHttpStage for HttpStage {
    fn api(&self) -> &dyn IHttpApi {
        &*self.base.api
    }

    #[track_caller]
    fn domain_url(&self) -> Value<String> {
        if let Some(mapping) = &self.api_mapping {
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

    /// A metric of the stage by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric(&self, metric_name: &str) -> Metric {
        IStage::metric(self, metric_name)
    }

    http_metrics!(pub);

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnStage {
        &self.resource
    }
}

/// The options of a stage.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct HttpStageOptions {
    stage_name: Option<Value<String>>,
    common: StageOptions,
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
    pub fn stage_name(mut self, name: impl Into<Value<String>>) -> Self {
        self.stage_name = Some(name.into());
        self
    }
}

stage_option_setters!(HttpStageOptions, common);

impl HttpStageBuilder {
    /// Replaces all options. Default: [`HttpStageOptions::new`].
    pub fn options(mut self, options: HttpStageOptions) -> Self {
        self.options = options;
        self
    }

    /// The name of the stage. Default: `$default`.
    pub fn stage_name(mut self, name: impl Into<Value<String>>) -> Self {
        self.options = self.options.stage_name(name);
        self
    }

    /// Adds the stage. Errors: `apigatewayv2::access-log-format`, and those of ids.
    #[track_caller]
    pub fn build(self) -> HttpStage {
        build_stage(&self.scope, &self.id, self.api, self.options)
    }
}

stage_option_setters!(HttpStageBuilder, options.common);

#[track_caller]
pub(super) fn build_stage(scope: &Node, id: &str, api: Rc<dyn IHttpApi>, mut options: HttpStageOptions) -> HttpStage {
    let construct = Construct::of_type(scope, id, "aws-cdk-apigatewayv2.HttpStage");
    add_checks(&construct);
    let given = options.stage_name.take().filter(|name| name.as_literal() != Some(""));
    let base = StageBase { construct, stage_name: given.unwrap_or_else(|| DEFAULT_STAGE_NAME.into()), api };
    let (resource, variables) = options.common.resource(&base, AccessLogFormat::clf());
    let api_mapping = match &options.common.domain_mapping {
        Some(mapping) => Some(map_stage(&base, &*base.api, mapping)),
        None => None,
    };
    HttpStage { base, resource, variables, api_mapping }
}
