//! Authorizers as routes know them: the extension point, and the one that lets anybody call.

use std::rc::Rc;

use aws_cdk_core::{Node, Value};

use super::route::HttpRoute;

/// How a route is authorized.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-route.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpRouteAuthorizationType {
    /// Anybody may call it.
    None,
    /// By IAM: `AWS_IAM`.
    AwsIam,
    /// By a JSON web token: `JWT`.
    Jwt,
    /// By a Lambda function: `CUSTOM`.
    Custom,
}

impl HttpRouteAuthorizationType {
    /// The value as the template has it.
    pub fn as_str(&self) -> &'static str {
        match self {
            HttpRouteAuthorizationType::None => "NONE",
            HttpRouteAuthorizationType::AwsIam => "AWS_IAM",
            HttpRouteAuthorizationType::Jwt => "JWT",
            HttpRouteAuthorizationType::Custom => "CUSTOM",
        }
    }
}

/// What an authorizer is bound to.
#[derive(Debug)]
pub struct HttpRouteAuthorizerBindOptions<'a> {
    /// The route to be authorized.
    pub route: &'a HttpRoute,
    /// Where to make constructs: the API, since authorizers are shared by its routes.
    pub scope: &'a Node,
}

/// What a route takes from its authorizer.
#[derive(Clone, Debug)]
pub struct HttpRouteAuthorizerConfig {
    /// The id of the authorizer. Default: none, as for IAM.
    pub authorizer_id: Option<Value<String>>,
    /// The kind of authorization.
    pub authorization_type: HttpRouteAuthorizationType,
    /// The scopes that a token needs one of. Default: none.
    pub authorization_scopes: Option<Vec<String>>,
}

impl HttpRouteAuthorizerConfig {
    /// A kind of authorization, without anything else.
    pub fn new(authorization_type: HttpRouteAuthorizationType) -> Self {
        Self { authorizer_id: None, authorization_type, authorization_scopes: None }
    }

    /// The id of the authorizer. Default: none, as for IAM.
    pub fn authorizer_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_id = Some(value.into());
        self
    }

    /// The scopes that a token needs one of. Default: none.
    pub fn authorization_scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.authorization_scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }
}

/// What can authorize routes of an HTTP API: the extension point for authorizers of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot authorize routes of an HTTP API",
    label = "not an authorizer of HTTP APIs"
)]
pub trait HttpRouteAuthorizer {
    /// Makes what the route needs, once for an API, and says how it is authorized.
    #[track_caller]
    fn bind(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig;
}

impl<T: HttpRouteAuthorizer + ?Sized> HttpRouteAuthorizer for &T {
    #[track_caller]
    fn bind(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        (**self).bind(options)
    }
}

impl<T: HttpRouteAuthorizer + ?Sized> HttpRouteAuthorizer for Rc<T> {
    #[track_caller]
    fn bind(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        (**self).bind(options)
    }
}

/// Lets anybody call a route of an API that has a default authorizer.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpNoneAuthorizer};
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpNoneAuthorizer::new()).build();
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct HttpNoneAuthorizer;

impl HttpNoneAuthorizer {
    /// The authorizer.
    pub fn new() -> Self {
        Self
    }
}

impl HttpRouteAuthorizer for HttpNoneAuthorizer {
    fn bind(&self, _: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        HttpRouteAuthorizerConfig::new(HttpRouteAuthorizationType::None)
    }
}
