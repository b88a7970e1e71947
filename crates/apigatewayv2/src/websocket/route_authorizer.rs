//! Authorizers as routes of WebSocket APIs know them: the extension point, and the one that lets anybody connect.

use std::rc::Rc;

use aws_cdk_core::{Node, Value};

use super::route::WebSocketRoute;

/// How a route is authorized.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-route.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebSocketRouteAuthorizationType {
    /// Anybody may use it.
    None,
    /// By IAM: `AWS_IAM`.
    AwsIam,
    /// By a Lambda function: `CUSTOM`.
    Custom,
}

impl WebSocketRouteAuthorizationType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            WebSocketRouteAuthorizationType::None => "NONE",
            WebSocketRouteAuthorizationType::AwsIam => "AWS_IAM",
            WebSocketRouteAuthorizationType::Custom => "CUSTOM",
        }
    }
}

/// What an authorizer is bound to.
#[derive(Debug)]
pub struct WebSocketRouteAuthorizerBindOptions<'a> {
    /// The route to be authorized.
    pub route: &'a WebSocketRoute,
    /// Where to make constructs: the API.
    pub scope: &'a Node,
}

/// What a route takes from its authorizer.
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketRouteAuthorizerConfig {
    /// The id of the authorizer. Default: none, as for IAM.
    pub authorizer_id: Option<Value<String>>,
    /// The kind of authorization.
    pub authorization_type: WebSocketRouteAuthorizationType,
}

impl WebSocketRouteAuthorizerConfig {
    /// A kind of authorization, without anything else.
    pub fn new(authorization_type: WebSocketRouteAuthorizationType) -> Self {
        Self { authorizer_id: None, authorization_type }
    }

    /// The id of the authorizer. Default: none, as for IAM.
    pub fn authorizer_id(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_id = Some(value.into());
        self
    }
}

/// What can authorize the connections to a WebSocket API: the extension point for authorizers of your own.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions,
///     WebSocketRouteAuthorizerConfig,
/// };
///
/// /// An authorizer that somebody else made in the API.
/// struct Shared(String);
///
/// impl WebSocketRouteAuthorizer for Shared {
///     fn bind(&self, _: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
///         WebSocketRouteAuthorizerConfig::new(WebSocketRouteAuthorizationType::Custom).authorizer_id(&self.0)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot authorize connections to a WebSocket API",
    label = "not an authorizer of WebSocket APIs"
)]
pub trait WebSocketRouteAuthorizer {
    /// Makes what the route needs, once for an API, and says how it is authorized.
    #[track_caller]
    fn bind(&self, options: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig;
}

impl<T: WebSocketRouteAuthorizer + ?Sized> WebSocketRouteAuthorizer for &T {
    #[track_caller]
    fn bind(&self, options: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        (**self).bind(options)
    }
}

impl<T: WebSocketRouteAuthorizer + ?Sized> WebSocketRouteAuthorizer for Rc<T> {
    #[track_caller]
    fn bind(&self, options: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        (**self).bind(options)
    }
}

/// Lets anybody connect, which is also what happens without an authorizer.
///
/// ```
/// use aws_cdk_apigatewayv2::{WebSocketNoneAuthorizer, WebSocketRouteOptions};
/// # use aws_cdk_apigatewayv2::*;
/// # fn options(integration: impl WebSocketRouteIntegration + 'static) -> WebSocketRouteOptions<'static> {
/// WebSocketRouteOptions::new(integration).authorizer(WebSocketNoneAuthorizer::new())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct WebSocketNoneAuthorizer;

impl WebSocketNoneAuthorizer {
    /// The authorizer.
    pub fn new() -> Self {
        Self
    }
}

impl WebSocketRouteAuthorizer for WebSocketNoneAuthorizer {
    fn bind(&self, _: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        WebSocketRouteAuthorizerConfig::new(WebSocketRouteAuthorizationType::None)
    }
}
