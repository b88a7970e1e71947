//! Integrations of HTTP APIs: what stands behind a route.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpIntegration, HttpIntegrationType, HttpMethod, PayloadFormatVersion};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! let integration = HttpIntegration::builder(&stack, "Backend", &api, HttpIntegrationType::HttpProxy)
//!     .integration_uri("https://example.com")
//!     .method(HttpMethod::Any)
//!     .payload_format_version(PayloadFormatVersion::VERSION_1_0)
//!     .build();
//! ```

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnIntegration;
use aws_cdk_cfn_apigatewayv2::cfn_integration::TlsConfigProperty;
use aws_cdk_core::{Aws, Construct, Diagnostic, Duration, IConstruct, Node, Value, cfn_format};
use aws_cdk_iam::IRole;

use super::api::IHttpApi;
use super::route::{HttpMethod, HttpRoute};
use crate::checks::add_checks;
use crate::common::report_integration_of_other_api;
use crate::parameter_mapping::ParameterMapping;

/// The kinds of integration of an HTTP API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpIntegrationType {
    /// `HTTP_PROXY`: an HTTP endpoint, also one behind a VPC link.
    HttpProxy,
    /// `AWS_PROXY`: a Lambda function, or an action of another service.
    AwsProxy,
}

impl HttpIntegrationType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpIntegrationType::HttpProxy => "HTTP_PROXY",
            HttpIntegrationType::AwsProxy => "AWS_PROXY",
        }
    }
}

/// The actions of AWS services that a route can call directly.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpIntegrationSubtype {
    /// EventBridge `PutEvents`.
    EventBridgePutEvents,
    /// SQS `SendMessage`.
    SqsSendMessage,
    /// SQS `ReceiveMessage`.
    SqsReceiveMessage,
    /// SQS `DeleteMessage`.
    SqsDeleteMessage,
    /// SQS `PurgeQueue`.
    SqsPurgeQueue,
    /// AppConfig `GetConfiguration`.
    AppConfigGetConfiguration,
    /// Kinesis `PutRecord`.
    KinesisPutRecord,
    /// Step Functions `StartExecution`.
    StepFunctionsStartExecution,
    /// Step Functions `StartSyncExecution`.
    StepFunctionsStartSyncExecution,
    /// Step Functions `StopExecution`.
    StepFunctionsStopExecution,
    /// An action that AWS added later, as the documentation names it.
    Other(String),
}

impl HttpIntegrationSubtype {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            HttpIntegrationSubtype::EventBridgePutEvents => "EventBridge-PutEvents",
            HttpIntegrationSubtype::SqsSendMessage => "SQS-SendMessage",
            HttpIntegrationSubtype::SqsReceiveMessage => "SQS-ReceiveMessage",
            HttpIntegrationSubtype::SqsDeleteMessage => "SQS-DeleteMessage",
            HttpIntegrationSubtype::SqsPurgeQueue => "SQS-PurgeQueue",
            HttpIntegrationSubtype::AppConfigGetConfiguration => "AppConfig-GetConfiguration",
            HttpIntegrationSubtype::KinesisPutRecord => "Kinesis-PutRecord",
            HttpIntegrationSubtype::StepFunctionsStartExecution => "StepFunctions-StartExecution",
            HttpIntegrationSubtype::StepFunctionsStartSyncExecution => "StepFunctions-StartSyncExecution",
            HttpIntegrationSubtype::StepFunctionsStopExecution => "StepFunctions-StopExecution",
            HttpIntegrationSubtype::Other(value) => value,
        }
    }
}

/// How an integration reaches its backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpConnectionType {
    /// `VPC_LINK`: inside a VPC.
    VpcLink,
    /// `INTERNET`: publicly.
    Internet,
}

impl HttpConnectionType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpConnectionType::VpcLink => "VPC_LINK",
            HttpConnectionType::Internet => "INTERNET",
        }
    }
}

/// The version of the payload that a backend gets.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadFormatVersion(std::borrow::Cow<'static, str>);

impl PayloadFormatVersion {
    /// Version 1.0.
    pub const VERSION_1_0: PayloadFormatVersion = PayloadFormatVersion(std::borrow::Cow::Borrowed("1.0"));
    /// Version 2.0.
    pub const VERSION_2_0: PayloadFormatVersion = PayloadFormatVersion(std::borrow::Cow::Borrowed("2.0"));

    /// A version that AWS added later.
    pub fn custom(version: impl Into<String>) -> Self {
        Self(version.into().into())
    }

    /// The version as the template has it.
    pub fn version(&self) -> &str {
        &self.0
    }
}

/// Whose rights an integration uses to call its backend.
///
/// ```
/// use aws_cdk_apigatewayv2::IntegrationCredentials;
///
/// let callers = IntegrationCredentials::use_caller_identity();
/// let role = IntegrationCredentials::from_role_arn("arn:aws:iam::111111111111:role/sender");
/// assert_eq!(role.credentials_arn().as_literal(), Some("arn:aws:iam::111111111111:role/sender"));
/// ```
#[derive(Clone, Debug)]
pub struct IntegrationCredentials {
    credentials_arn: Value<String>,
}

impl IntegrationCredentials {
    /// Those of a role.
    pub fn from_role(role: &(impl IRole + ?Sized)) -> Self {
        Self::from_role_arn(role.role_arn())
    }

    /// Those of a role, given by its ARN.
    pub fn from_role_arn(role_arn: impl Into<Value<String>>) -> Self {
        Self { credentials_arn: role_arn.into() }
    }

    /// Those of whoever calls the API.
    pub fn use_caller_identity() -> Self {
        Self { credentials_arn: cfn_format!("arn:{}:iam::*:user/*", Aws::PARTITION) }
    }

    /// The ARN as the template has it.
    pub fn credentials_arn(&self) -> &Value<String> {
        &self.credentials_arn
    }
}

/// An integration of an HTTP API. Mostly made by a [`HttpRouteIntegration`] when it is bound to its first route.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     HttpApi, HttpConnectionType, HttpIntegration, HttpIntegrationSubtype, HttpIntegrationType, HttpMethod,
///     IntegrationCredentials, ParameterMapping, PayloadFormatVersion,
/// };
/// # use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_iam::{Role, ServicePrincipal};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let api = HttpApi::new(&stack, "Api");
/// let sender = Role::builder(&stack, "Sender", ServicePrincipal::new("apigateway")).build();
/// let send = HttpIntegration::builder(&stack, "Send", &api, HttpIntegrationType::AwsProxy)
///     .integration_subtype(HttpIntegrationSubtype::SqsSendMessage)
///     .credentials(IntegrationCredentials::from_role(&sender))
///     .payload_format_version(PayloadFormatVersion::VERSION_1_0)
///     .parameter_mapping(ParameterMapping::new().custom("MessageBody", "$request.body"))
///     .timeout(Duration::seconds(5))
///     .build();
/// HttpIntegration::builder(&stack, "Inside", &api, HttpIntegrationType::HttpProxy)
///     .integration_uri("arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/books/1/2")
///     .method(HttpMethod::Get)
///     .connection_type(HttpConnectionType::VpcLink)
///     .connection_id("link123")
///     .secure_server_name("books.internal")
///     .build();
/// let reference = send.integration_ref();
/// # assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct HttpIntegration {
    construct: Construct,
    resource: CfnIntegration,
}

impl IConstruct for HttpIntegration {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl HttpIntegration {
    /// Starts an integration of an API.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        http_api: &impl IHttpApi,
        integration_type: HttpIntegrationType,
    ) -> HttpIntegrationBuilder {
        HttpIntegrationBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_id: http_api.api_id(),
            config: HttpRouteIntegrationConfig::new(integration_type),
        }
    }

    /// The id of the integration.
    pub fn integration_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnIntegration {
        &self.resource
    }
}

/// Builds a [`HttpIntegration`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct HttpIntegrationBuilder {
    scope: Node,
    id: String,
    api_id: Value<String>,
    config: HttpRouteIntegrationConfig,
}

macro_rules! config_setters {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)+) => {
        impl HttpIntegrationBuilder {
            $($(#[$doc])*
            pub fn $name(mut self, value: impl Into<$type>) -> Self {
                self.config.$name = Some(value.into());
                self
            })+
        }

        impl HttpRouteIntegrationConfig {
            $($(#[$doc])*
            pub fn $name(mut self, value: impl Into<$type>) -> Self {
                self.$name = Some(value.into());
                self
            })+
        }
    };
}

config_setters! {
    /// The action of an AWS service. Default: none; then a URI is required.
    integration_subtype: HttpIntegrationSubtype;
    /// The URI of the backend: a URL, or the ARN of a function or listener. Default: none; then a subtype is required.
    integration_uri: Value<String>;
    /// The method with which the backend is called. Default: none, which API Gateway takes for the route's.
    method: HttpMethod;
    /// The id of the VPC link. Default: none.
    connection_id: Value<String>;
    /// How the backend is reached. Default: `INTERNET`.
    connection_type: HttpConnectionType;
    /// The version of the payload. Default: that of API Gateway, 1.0.
    payload_format_version: PayloadFormatVersion;
    /// The name that the backend's certificate must have. Default: none, and HTTP.
    secure_server_name: Value<String>;
    /// How requests are changed. Default: not at all.
    parameter_mapping: ParameterMapping;
    /// Whose rights are used. Default: none.
    credentials: IntegrationCredentials;
    /// How long a call may take, 50 milliseconds to 30 seconds. Default: that of API Gateway, 30 seconds.
    timeout: Duration;
}

impl HttpIntegrationBuilder {
    /// Adds the integration. Errors: `apigatewayv2::integration-target`, `apigatewayv2::integration-timeout`, and those
    /// of ids.
    #[track_caller]
    pub fn build(self) -> HttpIntegration {
        let HttpIntegrationBuilder { scope, id, api_id, config } = self;
        let construct = Construct::of_type(&scope, &id, "aws-cdk-apigatewayv2.HttpIntegration");
        add_checks(&construct);
        check(&construct, &config);
        let mut builder = CfnIntegration::builder(&construct, "Resource")
            .api_id(api_id)
            .integration_type(config.integration_type.as_str());
        if let Some(subtype) = &config.integration_subtype {
            builder = builder.integration_subtype(subtype.as_str());
        }
        if let Some(uri) = config.integration_uri {
            builder = builder.integration_uri(uri);
        }
        if let Some(method) = config.method {
            builder = builder.integration_method(method.as_str());
        }
        if let Some(connection) = config.connection_id {
            builder = builder.connection_id(connection);
        }
        if let Some(connection_type) = config.connection_type {
            builder = builder.connection_type(connection_type.as_str());
        }
        if let Some(version) = &config.payload_format_version {
            builder = builder.payload_format_version(version.version());
        }
        if let Some(mapping) = config.parameter_mapping {
            builder = builder.request_parameters(mapping.mappings());
        }
        if let Some(credentials) = config.credentials {
            builder = builder.credentials_arn(credentials.credentials_arn);
        }
        if let Some(timeout) = config.timeout {
            builder = builder.timeout_in_millis(timeout.to_milliseconds());
        }
        if let Some(name) = config.secure_server_name.filter(|name| name.as_literal() != Some("")) {
            builder = builder.tls_config(TlsConfigProperty::new().server_name_to_verify(name));
        }
        HttpIntegration { resource: builder.build(), construct }
    }
}

#[track_caller]
fn check(construct: &Construct, config: &HttpRouteIntegrationConfig) {
    let uri = config.integration_uri.as_ref().filter(|uri| uri.as_literal() != Some(""));
    if config.integration_subtype.is_none() && uri.is_none() {
        construct.node().report(
            Diagnostic::error("apigatewayv2::integration-target", "the integration has neither a URI nor a subtype")
                .help("set `integration_uri`, or `integration_subtype` for an action of an AWS service"),
        );
    }
}

/// What an integration is bound to.
#[derive(Debug)]
pub struct HttpRouteIntegrationBindOptions<'a> {
    /// The route.
    pub route: &'a HttpRoute,
    /// Where to make constructs: the route.
    pub scope: &'a Node,
}

/// What a [`HttpRouteIntegration`] makes of itself when it is bound.
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpRouteIntegrationConfig {
    integration_type: HttpIntegrationType,
    integration_subtype: Option<HttpIntegrationSubtype>,
    integration_uri: Option<Value<String>>,
    method: Option<HttpMethod>,
    connection_id: Option<Value<String>>,
    connection_type: Option<HttpConnectionType>,
    payload_format_version: Option<PayloadFormatVersion>,
    secure_server_name: Option<Value<String>>,
    parameter_mapping: Option<ParameterMapping>,
    credentials: Option<IntegrationCredentials>,
    timeout: Option<Duration>,
}

impl HttpRouteIntegrationConfig {
    /// An integration of a kind, without anything else.
    pub fn new(integration_type: HttpIntegrationType) -> Self {
        Self {
            integration_type,
            integration_subtype: None,
            integration_uri: None,
            method: None,
            connection_id: None,
            connection_type: None,
            payload_format_version: None,
            secure_server_name: None,
            parameter_mapping: None,
            credentials: None,
            timeout: None,
        }
    }
}

/// What can stand behind routes of an HTTP API: the extension point for integrations of your own.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     HttpApi, HttpIntegrationBinding, HttpIntegrationType, HttpMethod, HttpRouteIntegration,
///     HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, PayloadFormatVersion,
/// };
/// # use aws_cdk_core::{App, Stack};
///
/// struct Mirror(HttpIntegrationBinding);
///
/// impl HttpRouteIntegration for Mirror {
///     fn binding(&self) -> &HttpIntegrationBinding {
///         &self.0
///     }
///
///     fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
///         HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy)
///             .integration_uri("https://mirror.example.com")
///             .method(HttpMethod::Any)
///             .payload_format_version(PayloadFormatVersion::VERSION_1_0)
///     }
/// }
///
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let api = HttpApi::new(&stack, "Api");
/// api.add_routes("/mirror", Mirror(HttpIntegrationBinding::new("Mirror"))).build();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand behind a route of an HTTP API",
    label = "not an integration of HTTP APIs"
)]
pub trait HttpRouteIntegration {
    /// The id of the integration, and what it has become when it was bound.
    fn binding(&self) -> &HttpIntegrationBinding;

    /// Says what the integration is; called once, for the first route.
    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig;

    /// Makes what each route needs, such as a permission; called for every route.
    #[track_caller]
    fn complete_bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) {
        let _ = options;
    }
}

impl<T: HttpRouteIntegration + ?Sized> HttpRouteIntegration for &T {
    fn binding(&self) -> &HttpIntegrationBinding {
        (**self).binding()
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        (**self).bind(options)
    }

    #[track_caller]
    fn complete_bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) {
        (**self).complete_bind(options);
    }
}

/// The id of an integration, and what it has become when it was bound. Clones are the same integration, which is what
/// lets routes share it.
#[derive(Clone)]
pub struct HttpIntegrationBinding {
    id: Rc<str>,
    bound: Rc<OnceCell<(Node, HttpIntegration)>>,
}

impl HttpIntegrationBinding {
    /// An integration that is not bound yet; it will be made under its first route with this id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into().into(), bound: Rc::default() }
    }

    /// The construct id.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl fmt::Debug for HttpIntegrationBinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpIntegrationBinding({})", self.id)
    }
}

/// Binds an integration to a route, and gives its id.
#[track_caller]
pub(super) fn bind_to_route(integration: &dyn HttpRouteIntegration, route: &HttpRoute) -> Value<String> {
    let options = HttpRouteIntegrationBindOptions { route, scope: route.node() };
    let binding = integration.binding();
    let api = route.http_api();
    if binding.bound.get().is_none() {
        let config = integration.bind(&options);
        let id = binding.id.to_string();
        let builder = HttpIntegrationBuilder { scope: route.node().clone(), id, api_id: api.api_id(), config };
        // Nobody else can have bound it meanwhile, and if so the first one stays.
        let _ = binding.bound.set((api.node().clone(), builder.build()));
    }
    let Some((bound_api, bound)) = binding.bound.get() else { return "".into() };
    if bound_api != api.node() {
        report_integration_of_other_api(route.node(), &binding.id, bound_api, api.node());
        return bound.integration_id();
    }
    integration.complete_bind(&options);
    bound.integration_id()
}
