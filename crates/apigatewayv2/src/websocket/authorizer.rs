//! Authorizers of WebSocket APIs: who may connect.
//!
//! Mostly an authorizer is given to the route `$connect`, which makes it: see `aws-cdk-apigatewayv2-authorizers`. As a
//! construct of its own:
//!
//! ```
//! use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketAuthorizer, WebSocketAuthorizerType};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! # let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn/invocations";
//! let api = WebSocketApi::new(&stack, "Api");
//! let identity_source = ["route.request.querystring.token"];
//! WebSocketAuthorizer::builder(&stack, "Members", &api, WebSocketAuthorizerType::Lambda, identity_source)
//!     .authorizer_uri(uri)
//!     .build();
//! ```

use aws_cdk_cfn_apigatewayv2::CfnAuthorizer;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};

use super::api::IWebSocketApi;
use super::route_authorizer::{
    WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions,
    WebSocketRouteAuthorizerConfig,
};
use crate::checks::add_checks;
use crate::common::IAuthorizer;

/// An authorizer of a WebSocket API, made here or imported.
pub trait IWebSocketAuthorizer: IAuthorizer {}

/// The kinds of authorizers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebSocketAuthorizerType {
    /// By a Lambda function: `REQUEST`.
    Lambda,
    /// By IAM: `AWS_IAM`.
    Iam,
}

impl WebSocketAuthorizerType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            WebSocketAuthorizerType::Lambda => "REQUEST",
            WebSocketAuthorizerType::Iam => "AWS_IAM",
        }
    }
}

/// An authorizer of a WebSocket API.
#[derive(Clone, Debug)]
pub struct WebSocketAuthorizer {
    construct: Construct,
    resource: CfnAuthorizer,
}

impl IConstruct for WebSocketAuthorizer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAuthorizer for WebSocketAuthorizer {
    fn authorizer_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }
}

impl IWebSocketAuthorizer for WebSocketAuthorizer {}

impl WebSocketAuthorizer {
    /// Starts an authorizer of an API. The identity source is where a request says who connects, such as
    /// `route.request.header.Authorization`.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html>.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        web_socket_api: &(impl IWebSocketApi + ?Sized),
        authorizer_type: WebSocketAuthorizerType,
        identity_source: impl Into<Value<Vec<String>>>,
    ) -> WebSocketAuthorizerBuilder {
        WebSocketAuthorizerBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_id: web_socket_api.api_id(),
            authorizer_type,
            identity_source: identity_source.into(),
            authorizer_name: None,
            authorizer_uri: None,
        }
    }

    /// An authorizer that exists, which routes take as it is.
    #[track_caller]
    pub fn from_web_socket_authorizer_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: WebSocketAuthorizerAttributes,
    ) -> ImportedWebSocketAuthorizer {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.WebSocketAuthorizer");
        ImportedWebSocketAuthorizer { construct, attributes }
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
pub struct WebSocketAuthorizerAttributes {
    authorizer_id: Value<String>,
    authorizer_type: WebSocketRouteAuthorizationType,
}

impl WebSocketAuthorizerAttributes {
    /// The id of the authorizer, and how it authorizes routes.
    pub fn new(authorizer_id: impl Into<Value<String>>, authorizer_type: WebSocketRouteAuthorizationType) -> Self {
        Self { authorizer_id: authorizer_id.into(), authorizer_type }
    }
}

/// An authorizer that exists already.
#[derive(Clone, Debug)]
pub struct ImportedWebSocketAuthorizer {
    construct: Construct,
    attributes: WebSocketAuthorizerAttributes,
}

impl IConstruct for ImportedWebSocketAuthorizer {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAuthorizer for ImportedWebSocketAuthorizer {
    fn authorizer_id(&self) -> Value<String> {
        self.attributes.authorizer_id.clone()
    }
}

impl IWebSocketAuthorizer for ImportedWebSocketAuthorizer {}

impl WebSocketRouteAuthorizer for ImportedWebSocketAuthorizer {
    fn bind(&self, _: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        WebSocketRouteAuthorizerConfig::new(self.attributes.authorizer_type)
            .authorizer_id(&self.attributes.authorizer_id)
    }
}

/// Builds a [`WebSocketAuthorizer`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct WebSocketAuthorizerBuilder {
    scope: Node,
    id: String,
    api_id: Value<String>,
    authorizer_type: WebSocketAuthorizerType,
    identity_source: Value<Vec<String>>,
    authorizer_name: Option<Value<String>>,
    authorizer_uri: Option<Value<String>>,
}

impl WebSocketAuthorizerBuilder {
    /// The name of the authorizer. Default: the construct id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
        self
    }

    /// The URI by which API Gateway invokes the function. Required for [`WebSocketAuthorizerType::Lambda`]. Default: none.
    pub fn authorizer_uri(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_uri = Some(value.into());
        self
    }

    /// Adds the authorizer. Errors: `apigatewayv2::authorizer-uri`, and those of ids.
    #[track_caller]
    pub fn build(self) -> WebSocketAuthorizer {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.WebSocketAuthorizer");
        add_checks(&construct);
        let uri = self.authorizer_uri.filter(|uri| uri.as_literal() != Some(""));
        if self.authorizer_type == WebSocketAuthorizerType::Lambda && uri.is_none() {
            construct.node().report(
                Diagnostic::error("apigatewayv2::authorizer-uri", "an authorizer by a Lambda function needs its URI")
                    .help("set `authorizer_uri`, or use `WebSocketLambdaAuthorizer`, which makes it of the function"),
            );
        }
        let mut builder = CfnAuthorizer::builder(&construct, "Resource")
            .name(self.authorizer_name.unwrap_or_else(|| self.id.into()))
            .api_id(self.api_id)
            .authorizer_type(self.authorizer_type.as_str())
            .identity_source(self.identity_source);
        if let Some(uri) = uri {
            builder = builder.authorizer_uri(uri);
        }
        WebSocketAuthorizer { resource: builder.build(), construct }
    }
}
