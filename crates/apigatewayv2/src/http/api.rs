//! HTTP APIs.
//!
//! ```
//! use aws_cdk_apigatewayv2::HttpApi;
//! use aws_cdk_core::{App, CfnOutput, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Books");
//! let api = HttpApi::builder(&stack, "Api").api_name("books").description("all about books").build();
//! CfnOutput::new(&stack, "Url", api.url());
//! ```

use std::cell::OnceCell;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnApi;
use aws_cdk_cfn_apigatewayv2::cfn_api::CorsProperty;
use aws_cdk_cloudwatch::Metric;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value};

use super::integration::HttpRouteIntegration;
use super::metrics::http_metrics;
use super::route::{HttpMethod, HttpRoute, HttpRouteBuilder, HttpRouteKey, build_route};
use super::route_authorizer::HttpRouteAuthorizer;
use super::stage::{HttpStage, HttpStageOptions, build_stage};
use super::vpc_link::{VpcLink, VpcLinkOptions, add_vpc_link};
use crate::checks::{CorsLocation, add_checks};
use crate::common::{DomainMappingOptions, IApi, IStage, IpAddressType, arn_for_execute_api};

/// An HTTP API, made here or imported.
#[diagnostic::on_unimplemented(message = "`{Self}` is not an HTTP API", label = "an HTTP API belongs here")]
pub trait IHttpApi: IApi + fmt::Debug {
    /// The authorizer of routes that name none. Default: none.
    fn default_authorizer(&self) -> Option<Rc<dyn HttpRouteAuthorizer>> {
        None
    }

    /// The scopes of routes that name none. Default: none.
    fn default_authorization_scopes(&self) -> Option<Vec<String>> {
        None
    }

    /// The ARN with which IAM policies name requests to the API: of a method, a path and a stage, each `None` for all. A path
    /// that does not start with `/` is the error `apigatewayv2::route-path`.
    #[track_caller]
    fn arn_for_execute_api(&self, method: Option<&str>, path: Option<&str>, stage: Option<&str>) -> Value<String> {
        arn_for_execute_api(self.node(), self.api_id(), (method, path, stage), "")
    }

    http_metrics!();

    /// The VPC link of the API to a VPC; the first call for a VPC makes it. A VPC without such subnets is the error
    /// `ec2::no-subnets`.
    #[track_caller]
    fn add_vpc_link(&self, options: VpcLinkOptions) -> VpcLink {
        add_vpc_link(self.node(), options)
    }
}

/// A method that browsers may use from another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CorsHttpMethod {
    /// Any method: `*`.
    Any,
    /// `DELETE`.
    Delete,
    /// `GET`.
    Get,
    /// `HEAD`.
    Head,
    /// `OPTIONS`.
    Options,
    /// `PATCH`.
    Patch,
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
}

impl CorsHttpMethod {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            CorsHttpMethod::Any => "*",
            CorsHttpMethod::Delete => "DELETE",
            CorsHttpMethod::Get => "GET",
            CorsHttpMethod::Head => "HEAD",
            CorsHttpMethod::Options => "OPTIONS",
            CorsHttpMethod::Patch => "PATCH",
            CorsHttpMethod::Post => "POST",
            CorsHttpMethod::Put => "PUT",
        }
    }
}

/// What browsers may do from other origins.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{CorsHttpMethod, CorsPreflightOptions, HttpApi};
/// # use aws_cdk_core::{App, Duration, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let cors = CorsPreflightOptions::new()
///     .allow_credentials(true)
///     .allow_headers(["Authorization"])
///     .allow_methods([CorsHttpMethod::Get, CorsHttpMethod::Post])
///     .allow_origins(["https://books.example.com"])
///     .expose_headers(["X-Total"])
///     .max_age(Duration::days(1));
/// HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
/// # assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct CorsPreflightOptions {
    allow_credentials: Option<Value<bool>>,
    allow_headers: Option<Value<Vec<String>>>,
    allow_methods: Option<Vec<CorsHttpMethod>>,
    allow_origins: Option<Value<Vec<String>>>,
    expose_headers: Option<Value<Vec<String>>>,
    max_age: Option<Duration>,
}

impl CorsPreflightOptions {
    /// Nothing is allowed.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether credentials may be sent; not together with the origin `*`. Default: false.
    pub fn allow_credentials(mut self, value: impl Into<Value<bool>>) -> Self {
        self.allow_credentials = Some(value.into());
        self
    }

    /// The headers that may be sent; `*` for all. Default: none.
    pub fn allow_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.allow_headers = Some(value.into());
        self
    }

    /// The methods that may be used. Default: none.
    pub fn allow_methods(mut self, methods: impl IntoIterator<Item = CorsHttpMethod>) -> Self {
        self.allow_methods = Some(methods.into_iter().collect());
        self
    }

    /// The origins that may call; `*` for all. Default: none.
    pub fn allow_origins(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.allow_origins = Some(value.into());
        self
    }

    /// The headers that scripts may read of a response. Default: none.
    pub fn expose_headers(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.expose_headers = Some(value.into());
        self
    }

    /// How long browsers may keep the answer; whole seconds, up to a day. Default: not at all. Fractions of a second are the error
    /// `apigatewayv2::cors-max-age`, more than a day is a warning of that code.
    pub fn max_age(mut self, value: Duration) -> Self {
        self.max_age = Some(value);
        self
    }

    fn property(self, node: &Node, location: &'static Location<'static>) -> CorsProperty {
        let mut cors = CorsProperty::new();
        if let Some(value) = self.allow_credentials {
            cors = cors.allow_credentials(value);
        }
        if let Some(value) = self.allow_headers {
            cors = cors.allow_headers(value);
        }
        if let Some(methods) = self.allow_methods {
            cors = cors.allow_methods(methods.into_iter().map(CorsHttpMethod::as_str).collect::<Vec<_>>());
        }
        if let Some(value) = self.allow_origins {
            cors = cors.allow_origins(value);
        }
        if let Some(value) = self.expose_headers {
            cors = cors.expose_headers(value);
        }
        match self.max_age.map(|max_age| max_age.to_seconds()) {
            Some(Ok(seconds)) => cors = cors.max_age(seconds),
            Some(Err(error)) => node.report(
                Diagnostic::error("apigatewayv2::cors-max-age", format!("the max age cannot be used: {error}"))
                    .help("use whole seconds")
                    .at(location),
            ),
            None => {}
        }
        cors
    }
}

struct HttpApiState {
    construct: Construct,
    http_api_name: Value<String>,
    resource: CfnApi,
    disable_execute_api_endpoint: bool,
    default_stage: OnceCell<HttpStage>,
    default_authorizer: Option<Rc<dyn HttpRouteAuthorizer>>,
    default_authorization_scopes: Option<Vec<String>>,
}

/// An HTTP API.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpStageOptions, IpAddressType};
/// # use aws_cdk_core::{App, CfnOutput, IConstruct, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let api = HttpApi::builder(&stack, "Api")
///     .api_name("books")
///     .description("all about books")
///     .create_default_stage(false)
///     .disable_execute_api_endpoint(true)
///     .route_selection_expression(true)
///     .ip_address_type(IpAddressType::DualStack)
///     .build();
/// api.add_stage("Live", HttpStageOptions::new().stage_name("live").auto_deploy(true));
/// let arn = api.arn_for_execute_api(Some("GET"), Some("/books"), Some("live"));
///
/// // The escape hatch: the L1 construct, with every property.
/// api.default_child().set_version("1.2");
/// // Metrics, each of which an alarm can be set on.
/// api.metric("Count").statistic("SampleCount").create_alarm(&stack, "Busy").threshold(1000).evaluation_periods(1).build();
/// for (id, value) in [("Id", api.api_id()), ("SameId", api.http_api_id()), ("Name", api.http_api_name())] {
///     CfnOutput::new(&stack, id, value);
/// }
/// // Found again in the tree, as an aspect would.
/// assert!(HttpApi::from_construct(api.node()).is_some());
/// # assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone)]
pub struct HttpApi {
    state: Rc<HttpApiState>,
}

impl IConstruct for HttpApi {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl fmt::Debug for HttpApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpApi({})", self.node().path())
    }
}

impl IApi for HttpApi {
    fn api_id(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    #[track_caller]
    fn api_endpoint(&self) -> Value<String> {
        if self.state.disable_execute_api_endpoint {
            self.node().report(
                Diagnostic::error("apigatewayv2::no-api-endpoint", "the default endpoint of the API is disabled")
                    .help("use the URL of the custom domain, or leave `disable_execute_api_endpoint` out"),
            );
        }
        self.state.resource.attr_api_endpoint().into()
    }
}

impl IHttpApi for HttpApi {
    fn default_authorizer(&self) -> Option<Rc<dyn HttpRouteAuthorizer>> {
        self.state.default_authorizer.clone()
    }

    fn default_authorization_scopes(&self) -> Option<Vec<String>> {
        self.state.default_authorization_scopes.clone()
    }
}

impl HttpApi {
    /// An API with the defaults: named as its id, with the stage `$default` that deploys changes at once.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts an API with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> HttpApiBuilder {
        HttpApiBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_name: None,
            description: None,
            default_integration: None,
            create_default_stage: true,
            cors_preflight: None,
            disable_execute_api_endpoint: None,
            default_authorizer: None,
            default_authorization_scopes: None,
            route_selection_expression: false,
            ip_address_type: None,
            default_domain_mapping: None,
        }
    }

    /// The API of a construct, if it is one made here.
    pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {
        construct.node().state::<HttpApiState>().map(|state| Self { state })
    }

    /// The id of the API.
    pub fn api_id(&self) -> Value<String> {
        IApi::api_id(self)
    }

    /// The id of the API.
    pub fn http_api_id(&self) -> Value<String> {
        IApi::api_id(self)
    }

    /// The name of the API.
    pub fn http_api_name(&self) -> Value<String> {
        self.state.http_api_name.clone()
    }

    /// The default endpoint. If it is disabled this is the error `apigatewayv2::no-api-endpoint`.
    #[track_caller]
    pub fn api_endpoint(&self) -> Value<String> {
        IApi::api_endpoint(self)
    }

    /// The URL of the default stage. If there is none this is the error `apigatewayv2::no-default-stage`.
    #[track_caller]
    pub fn url(&self) -> Value<String> {
        match self.default_stage() {
            Some(stage) => IStage::url(stage),
            None => {
                self.node().report(
                    Diagnostic::error("apigatewayv2::no-default-stage", "the API has no default stage, and so no URL")
                        .help("take the URL of the stage that `add_stage` gives"),
                );
                "".into()
            }
        }
    }

    /// The stage `$default`, unless it was switched off.
    pub fn default_stage(&self) -> Option<&HttpStage> {
        self.state.default_stage.get()
    }

    /// A metric of the API by its name; setters change the copy. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric(&self, metric_name: &str) -> Metric {
        IApi::metric(self, metric_name)
    }

    http_metrics!(pub);

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnApi {
        &self.state.resource
    }

    /// The ARN with which IAM policies name requests to the API: of a method, a path and a stage, each `None` for all. A path
    /// that does not start with `/` is the error `apigatewayv2::route-path`.
    #[track_caller]
    pub fn arn_for_execute_api(&self, method: Option<&str>, path: Option<&str>, stage: Option<&str>) -> Value<String> {
        IHttpApi::arn_for_execute_api(self, method, path, stage)
    }

    /// The VPC link of the API to a VPC; the first call for a VPC makes it. A VPC without such subnets is the error
    /// `ec2::no-subnets`.
    #[track_caller]
    pub fn add_vpc_link(&self, options: VpcLinkOptions) -> VpcLink {
        IHttpApi::add_vpc_link(self, options)
    }

    /// Adds a stage.
    #[track_caller]
    pub fn add_stage(&self, id: impl AsRef<str>, options: HttpStageOptions) -> HttpStage {
        build_stage(self.node(), id.as_ref(), Rc::new(self.clone()), options)
    }

    /// Starts routes for a path with an integration: one for each method, by default for any.
    ///
    /// ```
    /// # use aws_cdk_apigatewayv2::*;
    /// # use aws_cdk_core::{App, Stack};
    /// # struct Backend(HttpIntegrationBinding);
    /// # impl HttpRouteIntegration for Backend {
    /// #     fn binding(&self) -> &HttpIntegrationBinding { &self.0 }
    /// #     fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
    /// #         HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy).integration_uri("https://example.com")
    /// #     }
    /// # }
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// # let api = HttpApi::new(&stack, "Api");
    /// # let backend = Backend(HttpIntegrationBinding::new("Backend"));
    /// let routes = api.add_routes("/books", &backend).methods([HttpMethod::Get, HttpMethod::Post]).build();
    /// assert_eq!(routes.len(), 2);
    /// ```
    pub fn add_routes<'a>(
        &self,
        path: impl Into<String>,
        integration: impl HttpRouteIntegration + 'a,
    ) -> AddRoutes<'a> {
        AddRoutes {
            methods: None,
            route: HttpRouteBuilder {
                scope: self.node().clone(),
                id: String::new(),
                http_api: Rc::new(self.clone()),
                route_key: HttpRouteKey::with_any_method(path),
                integration: Box::new(integration),
                authorizer: None,
                authorization_scopes: None,
            },
        }
    }
}

/// Builds the routes of [`HttpApi::add_routes`].
#[must_use = "routes are not added until `build` is called"]
pub struct AddRoutes<'a> {
    methods: Option<Vec<HttpMethod>>,
    route: HttpRouteBuilder<'a>,
}

impl<'a> AddRoutes<'a> {
    /// The methods, a route for each. Default: one route for any method.
    pub fn methods(mut self, methods: impl IntoIterator<Item = HttpMethod>) -> Self {
        self.methods = Some(methods.into_iter().collect());
        self
    }

    /// Who may call the routes. Default: the API's default authorizer, else anybody.
    pub fn authorizer(mut self, authorizer: impl HttpRouteAuthorizer + 'a) -> Self {
        self.route = self.route.authorizer(authorizer);
        self
    }

    /// The scopes of which a token needs one, together with those of the authorizer. Default: the API's default scopes.
    pub fn authorization_scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.route = self.route.authorization_scopes(scopes);
        self
    }

    /// Adds the routes. Errors: those of [`HttpRouteBuilder::build`].
    #[track_caller]
    pub fn build(self) -> Vec<HttpRoute> {
        let AddRoutes { methods, mut route } = self;
        let path = route.route_key.path().unwrap_or_default().to_owned();
        let mut routes = Vec::new();
        for method in methods.unwrap_or_else(|| vec![HttpMethod::Any]) {
            // The CDK's id has the path as it is, in which the tree makes `--` of slashes.
            route.id = format!("{}{}", method.as_str(), path.replace('/', "--"));
            route.route_key = HttpRouteKey::with(path.as_str(), method);
            routes.push(build_route(&route));
        }
        routes
    }
}

/// Builds a [`HttpApi`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct HttpApiBuilder {
    scope: Node,
    id: String,
    api_name: Option<Value<String>>,
    description: Option<Value<String>>,
    default_integration: Option<Box<dyn HttpRouteIntegration>>,
    create_default_stage: bool,
    cors_preflight: Option<(CorsPreflightOptions, &'static Location<'static>)>,
    disable_execute_api_endpoint: Option<bool>,
    default_authorizer: Option<Rc<dyn HttpRouteAuthorizer>>,
    default_authorization_scopes: Option<Vec<String>>,
    route_selection_expression: bool,
    ip_address_type: Option<IpAddressType>,
    default_domain_mapping: Option<DomainMappingOptions>,
}

impl HttpApiBuilder {
    /// The name of the API. Default: the construct id.
    pub fn api_name(mut self, name: impl Into<Value<String>>) -> Self {
        self.api_name = Some(name.into());
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// What takes the requests that no route takes. Default: nothing, they get status 404.
    pub fn default_integration(mut self, integration: impl HttpRouteIntegration + 'static) -> Self {
        self.default_integration = Some(Box::new(integration));
        self
    }

    /// Whether the stage `$default` is made, which deploys changes at once. Default: true.
    pub fn create_default_stage(mut self, value: bool) -> Self {
        self.create_default_stage = value;
        self
    }

    /// What browsers may do from other origins. Default: nothing. Errors: `apigatewayv2::cors-wildcard-credentials`,
    /// `apigatewayv2::cors-max-age`.
    #[track_caller]
    pub fn cors_preflight(mut self, options: CorsPreflightOptions) -> Self {
        self.cors_preflight = Some((options, Location::caller()));
        self
    }

    /// Whether the API can be called through custom domains only. Default: false.
    pub fn disable_execute_api_endpoint(mut self, value: bool) -> Self {
        self.disable_execute_api_endpoint = Some(value);
        self
    }

    /// The authorizer of routes that name none. Default: anybody may call them.
    pub fn default_authorizer(mut self, authorizer: impl HttpRouteAuthorizer + 'static) -> Self {
        self.default_authorizer = Some(Rc::new(authorizer));
        self
    }

    /// The scopes of routes that name none. Default: none.
    pub fn default_authorization_scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.default_authorization_scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Whether the template states the route selection expression, `${request.method} ${request.path}`, the only one that
    /// HTTP APIs have. Default: false.
    pub fn route_selection_expression(mut self, value: bool) -> Self {
        self.route_selection_expression = value;
        self
    }

    /// The custom domain name and path of the default stage. Default: none.
    pub fn default_domain_mapping(mut self, value: DomainMappingOptions) -> Self {
        self.default_domain_mapping = Some(value);
        self
    }

    /// The IP versions that the API can be called with. Default: that of API Gateway, IPv4.
    pub fn ip_address_type(mut self, value: IpAddressType) -> Self {
        self.ip_address_type = Some(value);
        self
    }

    /// Adds the API. Errors: those of its options, and those of ids.
    #[track_caller]
    pub fn build(self) -> HttpApi {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.HttpApi");
        add_checks(&construct);
        let name = self.api_name.clone().unwrap_or_else(|| self.id.as_str().into());
        let mut resource = CfnApi::builder(&construct, "Resource").name(&name).protocol_type("HTTP");
        if let Some((cors, location)) = self.cors_preflight {
            construct.node().set_state(Rc::new(CorsLocation(location)));
            resource = resource.cors_configuration(cors.property(construct.node(), location));
        }
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(disabled) = self.disable_execute_api_endpoint {
            resource = resource.disable_execute_api_endpoint(disabled);
        }
        if self.route_selection_expression {
            resource = resource.route_selection_expression("${request.method} ${request.path}");
        }
        if let Some(ip_address_type) = &self.ip_address_type {
            resource = resource.ip_address_type(ip_address_type.as_str());
        }
        let state = Rc::new(HttpApiState {
            resource: resource.build(),
            construct,
            http_api_name: name,
            disable_execute_api_endpoint: self.disable_execute_api_endpoint == Some(true),
            default_stage: OnceCell::new(),
            default_authorizer: self.default_authorizer,
            default_authorization_scopes: self.default_authorization_scopes,
        });
        state.construct.node().set_state(state.clone());
        let api = HttpApi { state };
        if let Some(integration) = self.default_integration {
            HttpRoute::builder(&api, "DefaultRoute", &api, HttpRouteKey::DEFAULT, &*integration).build();
        }
        if self.create_default_stage {
            let mut options = HttpStageOptions::new().auto_deploy(true);
            if let Some(mapping) = self.default_domain_mapping {
                options = options.domain_mapping(mapping);
            }
            let stage = api.add_stage("DefaultStage", options);
            // The cell is empty: the API has only just been made.
            let _ = api.state.default_stage.set(stage);
        } else if self.default_domain_mapping.is_some() {
            api.node().report(
                Diagnostic::error(
                    "apigatewayv2::default-domain-mapping",
                    "the API has a default domain mapping, and no default stage to map",
                )
                .help("leave `create_default_stage(false)` out, or map a stage with `domain_mapping`"),
            );
        }
        api
    }
}
