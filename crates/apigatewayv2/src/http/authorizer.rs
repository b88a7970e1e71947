//! Authorizers of HTTP APIs: who may call a route.
//!
//! Mostly an authorizer is given to routes, which make it: see `aws-cdk-apigatewayv2-authorizers`. As a construct of its own:
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpAuthorizer, HttpAuthorizerType};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! let identity_source = ["$request.header.Authorization"];
//! let authorizer = HttpAuthorizer::builder(&stack, "Readers", &api, HttpAuthorizerType::Jwt, identity_source)
//!     .jwt_audience(["books"])
//!     .jwt_issuer("https://login.example.com")
//!     .build();
//! ```

use aws_cdk_cfn_apigatewayv2::CfnAuthorizer;
use aws_cdk_cfn_apigatewayv2::cfn_authorizer::JWTConfigurationProperty;
use aws_cdk_core::{Construct, Diagnostic, Duration, IConstruct, Node, Value};
use aws_cdk_iam::IRole;

use super::api::IHttpApi;
use super::route_authorizer::{
    HttpRouteAuthorizationType, HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};
use crate::checks::add_checks;
use crate::common::IAuthorizer;

/// An authorizer of an HTTP API, made here or imported.
pub trait IHttpAuthorizer: IAuthorizer {}

/// The kinds of authorizers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpAuthorizerType {
    /// By IAM: `AWS_IAM`.
    Iam,
    /// By a JSON web token: `JWT`.
    Jwt,
    /// By a Lambda function: `REQUEST`.
    Lambda,
}

impl HttpAuthorizerType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpAuthorizerType::Iam => "AWS_IAM",
            HttpAuthorizerType::Jwt => "JWT",
            HttpAuthorizerType::Lambda => "REQUEST",
        }
    }
}

/// The version of the event that the function of an authorizer gets.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthorizerPayloadVersion {
    /// Version 1.0.
    Version1_0,
    /// Version 2.0, which is needed for simple responses.
    Version2_0,
}

impl AuthorizerPayloadVersion {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            AuthorizerPayloadVersion::Version1_0 => "1.0",
            AuthorizerPayloadVersion::Version2_0 => "2.0",
        }
    }
}

/// An authorizer of an HTTP API. Those of `aws-cdk-apigatewayv2-authorizers` make one by themselves.
///
/// ```
/// use aws_cdk_apigatewayv2::{AuthorizerPayloadVersion, HttpApi, HttpAuthorizer, HttpAuthorizerType};
/// # use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_iam::{Role, ServicePrincipal};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let api = HttpApi::new(&stack, "Api");
/// let source = ["$request.header.Authorization"];
/// let invoker = Role::builder(&stack, "Invoker", ServicePrincipal::new("apigateway")).build();
/// let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\
///            arn:aws:lambda:eu-west-1:111111111111:function:gatekeeper/invocations";
/// let gatekeeper = HttpAuthorizer::builder(&stack, "Gatekeeper", &api, HttpAuthorizerType::Lambda, source)
///     .authorizer_name("gatekeeper")
///     .authorizer_uri(uri)
///     .payload_format_version(AuthorizerPayloadVersion::Version2_0)
///     .enable_simple_responses(true)
///     .results_cache_ttl(Duration::minutes(1))
///     .role(&invoker)
///     .build();
/// HttpAuthorizer::builder(&stack, "Readers", &api, HttpAuthorizerType::Jwt, source)
///     .jwt_audience(["web"])
///     .jwt_issuer("https://login.example.com")
///     .build();
/// let reference = gatekeeper.authorizer_ref();
/// # assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct HttpAuthorizer {
    construct: Construct,
    resource: CfnAuthorizer,
}

impl IConstruct for HttpAuthorizer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAuthorizer for HttpAuthorizer {
    fn authorizer_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl IHttpAuthorizer for HttpAuthorizer {}

impl HttpAuthorizer {
    /// Starts an authorizer of an API. The identity source is where a request says who calls, such as
    /// `$request.header.Authorization`.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        http_api: &(impl IHttpApi + ?Sized),
        authorizer_type: HttpAuthorizerType,
        identity_source: impl Into<Value<Vec<String>>>,
    ) -> HttpAuthorizerBuilder {
        HttpAuthorizerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_id: http_api.api_id(),
            authorizer_type,
            identity_source: identity_source.into(),
            authorizer_name: None,
            jwt_audience: None,
            jwt_issuer: None,
            authorizer_uri: None,
            payload_format_version: None,
            enable_simple_responses: None,
            results_cache_ttl: None,
            role_arn: None,
        }
    }

    /// An authorizer that exists, which routes take as it is.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{
    ///     HttpApi, HttpAuthorizer, HttpAuthorizerAttributes, HttpRouteAuthorizationType,
    /// };
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let attributes = HttpAuthorizerAttributes::new("auth123", HttpRouteAuthorizationType::Jwt);
    /// let readers = HttpAuthorizer::from_http_authorizer_attributes(&stack, "Readers", attributes);
    /// let api = HttpApi::builder(&stack, "Api").default_authorizer(readers).build();
    /// ```
    #[track_caller]
    pub fn from_http_authorizer_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: HttpAuthorizerAttributes,
    ) -> ImportedHttpAuthorizer {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.HttpAuthorizer");
        ImportedHttpAuthorizer { construct, attributes }
    }

    /// The id of the authorizer.
    pub fn authorizer_id(&self) -> Value<String> {
        IAuthorizer::authorizer_id(self)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnAuthorizer {
        &self.resource
    }
}

/// What is known of an authorizer that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpAuthorizerAttributes {
    authorizer_id: Value<String>,
    authorizer_type: HttpRouteAuthorizationType,
}

impl HttpAuthorizerAttributes {
    /// The id of the authorizer, and how it authorizes routes.
    pub fn new(authorizer_id: impl Into<Value<String>>, authorizer_type: HttpRouteAuthorizationType) -> Self {
        Self { authorizer_id: authorizer_id.into(), authorizer_type }
    }
}

/// An authorizer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedHttpAuthorizer {
    construct: Construct,
    attributes: HttpAuthorizerAttributes,
}

impl IConstruct for ImportedHttpAuthorizer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAuthorizer for ImportedHttpAuthorizer {
    fn authorizer_id(&self) -> Value<String> {
        self.attributes.authorizer_id.clone()
    }
}

impl IHttpAuthorizer for ImportedHttpAuthorizer {}

impl HttpRouteAuthorizer for ImportedHttpAuthorizer {
    fn bind(&self, _: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        HttpRouteAuthorizerConfig::new(self.attributes.authorizer_type.clone())
            .authorizer_id(&self.attributes.authorizer_id)
    }
}

/// Builds a [`HttpAuthorizer`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct HttpAuthorizerBuilder {
    scope: Node,
    id: String,
    api_id: Value<String>,
    authorizer_type: HttpAuthorizerType,
    identity_source: Value<Vec<String>>,
    authorizer_name: Option<Value<String>>,
    jwt_audience: Option<Value<Vec<String>>>,
    jwt_issuer: Option<Value<String>>,
    authorizer_uri: Option<Value<String>>,
    payload_format_version: Option<AuthorizerPayloadVersion>,
    enable_simple_responses: Option<Value<bool>>,
    results_cache_ttl: Option<Duration>,
    role_arn: Option<Value<String>>,
}

impl HttpAuthorizerBuilder {
    /// The name of the authorizer. Default: the construct id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
        self
    }

    /// Whom tokens must be for: one of these. Required for [`HttpAuthorizerType::Jwt`]. Default: none.
    pub fn jwt_audience(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.jwt_audience = Some(value.into());
        self
    }

    /// The URL of the identity provider that must have issued tokens. Required for [`HttpAuthorizerType::Jwt`]. Default: none.
    pub fn jwt_issuer(mut self, value: impl Into<Value<String>>) -> Self {
        self.jwt_issuer = Some(value.into());
        self
    }

    /// The URI by which API Gateway invokes the function. Required for [`HttpAuthorizerType::Lambda`]. Default: none.
    pub fn authorizer_uri(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_uri = Some(value.into());
        self
    }

    /// The version of the event that the function gets. Default: 2.0 for [`HttpAuthorizerType::Lambda`], else none.
    pub fn payload_format_version(mut self, value: AuthorizerPayloadVersion) -> Self {
        self.payload_format_version = Some(value);
        self
    }

    /// Whether the function answers yes or no instead of with an IAM policy. Default: that of API Gateway, false.
    pub fn enable_simple_responses(mut self, value: impl Into<Value<bool>>) -> Self {
        self.enable_simple_responses = Some(value.into());
        self
    }

    /// How long the function's answer is kept; whole seconds, up to an hour, 0 for not at all. Default: that of API Gateway,
    /// not at all.
    pub fn results_cache_ttl(mut self, value: Duration) -> Self {
        self.results_cache_ttl = Some(value);
        self
    }

    /// The role with which API Gateway invokes the function; only for [`HttpAuthorizerType::Lambda`]. Default: none, the
    /// function itself permits it.
    pub fn role(mut self, role: &(impl IRole + ?Sized)) -> Self {
        self.role_arn = Some(role.role_arn());
        self
    }

    /// Adds the authorizer. Errors: `apigatewayv2::jwt-authorizer-options`, `apigatewayv2::authorizer-uri`,
    /// `apigatewayv2::authorizer-role`, `apigatewayv2::authorizer-cache-ttl`, and those of ids.
    #[track_caller]
    pub fn build(self) -> HttpAuthorizer {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.HttpAuthorizer");
        add_checks(&construct);
        self.check(&construct);
        let is_lambda = self.authorizer_type == HttpAuthorizerType::Lambda;
        let version = self.payload_format_version.or(is_lambda.then_some(AuthorizerPayloadVersion::Version2_0));
        let mut builder = CfnAuthorizer::builder(&construct, "Resource")
            .name(self.authorizer_name.unwrap_or_else(|| self.id.into()))
            .api_id(self.api_id)
            .authorizer_type(self.authorizer_type.as_str())
            .identity_source(self.identity_source);
        if self.jwt_audience.is_some() || self.jwt_issuer.is_some() {
            let mut jwt = JWTConfigurationProperty::new();
            if let Some(audience) = self.jwt_audience {
                jwt = jwt.audience(audience);
            }
            if let Some(issuer) = self.jwt_issuer {
                jwt = jwt.issuer(issuer);
            }
            builder = builder.jwt_configuration(jwt);
        }
        if let Some(simple) = self.enable_simple_responses {
            builder = builder.enable_simple_responses(simple);
        }
        if let Some(version) = version {
            builder = builder.authorizer_payload_format_version(version.as_str());
        }
        if let Some(uri) = self.authorizer_uri {
            builder = builder.authorizer_uri(uri);
        }
        if let Some(Ok(seconds)) = self.results_cache_ttl.map(|ttl| ttl.to_seconds()) {
            builder = builder.authorizer_result_ttl_in_seconds(seconds);
        }
        if let Some(role) = self.role_arn {
            builder = builder.authorizer_credentials_arn(role);
        }
        HttpAuthorizer { resource: builder.build(), construct }
    }

    #[track_caller]
    fn check(&self, construct: &Construct) {
        let node = construct.node();
        let audience = self.jwt_audience.as_ref().filter(|audience| !audience.is_empty_literal());
        let issuer = self.jwt_issuer.as_ref().filter(|issuer| issuer.as_literal() != Some(""));
        if self.authorizer_type == HttpAuthorizerType::Jwt && (audience.is_none() || issuer.is_none()) {
            node.report(
                Diagnostic::error(
                    "apigatewayv2::jwt-authorizer-options",
                    "an authorizer of the type JWT needs an issuer and an audience",
                )
                .help("set `jwt_issuer` and `jwt_audience`"),
            );
        }
        let is_lambda = self.authorizer_type == HttpAuthorizerType::Lambda;
        let uri = self.authorizer_uri.as_ref().filter(|uri| uri.as_literal() != Some(""));
        if is_lambda && uri.is_none() {
            node.report(
                Diagnostic::error("apigatewayv2::authorizer-uri", "an authorizer by a Lambda function needs its URI")
                    .help("set `authorizer_uri`, or use `HttpLambdaAuthorizer`, which makes it of the function"),
            );
        }
        if !is_lambda && self.role_arn.is_some() {
            let message = format!("a role does not fit an authorizer of the type {}", self.authorizer_type.as_str());
            node.report(
                Diagnostic::error("apigatewayv2::authorizer-role", message)
                    .help("leave `role` out: only a Lambda function is invoked with one"),
            );
        }
        self.check_cache_ttl(node);
    }

    /// The range is API Gateway's:
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-authorizer.html>.
    #[track_caller]
    fn check_cache_ttl(&self, node: &Node) {
        let message = match self.results_cache_ttl.map(|ttl| ttl.to_seconds()) {
            Some(Err(error)) => format!("the time to keep results cannot be used: {error}"),
            Some(Ok(seconds)) if seconds > 3600 => format!("results cannot be kept for {seconds} seconds"),
            _ => return,
        };
        node.report(
            Diagnostic::error("apigatewayv2::authorizer-cache-ttl", message).help("use 0 to 3600 whole seconds"),
        );
    }
}
