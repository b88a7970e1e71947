//! WebSocket APIs that exist.
//!
//! ```
//! use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketApiAttributes, WebSocketStage};
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let chat = WebSocketApi::from_web_socket_api_attributes(&stack, "Chat", WebSocketApiAttributes::new("abc123"));
//! WebSocketStage::builder(&stack, "Beta", &chat, "beta").auto_deploy(true).build();
//! ```

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};

use super::api::{IWebSocketApi, WebSocketApi};
use crate::common::IApi;

/// What is known of a WebSocket API that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketApiAttributes {
    web_socket_id: Value<String>,
    api_endpoint: Option<Value<String>>,
}

impl WebSocketApiAttributes {
    /// The id of the API.
    pub fn new(web_socket_id: impl Into<Value<String>>) -> Self {
        Self { web_socket_id: web_socket_id.into(), api_endpoint: None }
    }

    /// The endpoint, a URL. Default: not known.
    pub fn api_endpoint(mut self, value: impl Into<Value<String>>) -> Self {
        self.api_endpoint = Some(value.into());
        self
    }
}

/// A WebSocket API that exists already: routes and stages can be added to it.
#[derive(Clone, Debug)]
pub struct ImportedWebSocketApi {
    construct: Construct,
    attributes: WebSocketApiAttributes,
}

impl IConstruct for ImportedWebSocketApi {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IApi for ImportedWebSocketApi {
    fn api_id(&self) -> Value<String> {
        self.attributes.web_socket_id.clone()
    }

    #[track_caller]
    fn api_endpoint(&self) -> Value<String> {
        if let Some(endpoint) = &self.attributes.api_endpoint {
            return endpoint.clone();
        }
        self.node().report(
            Diagnostic::error("apigatewayv2::no-api-endpoint", "the endpoint of the imported API is not known")
                .help("import the API with its `api_endpoint`"),
        );
        "".into()
    }
}

impl IWebSocketApi for ImportedWebSocketApi {}

impl WebSocketApi {
    /// An API that exists.
    #[track_caller]
    pub fn from_web_socket_api_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: WebSocketApiAttributes,
    ) -> ImportedWebSocketApi {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.WebSocketApi");
        ImportedWebSocketApi { construct, attributes }
    }
}
