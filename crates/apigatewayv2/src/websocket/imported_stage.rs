//! Stages of WebSocket APIs that exist.
//!
//! ```
//! use aws_cdk_apigatewayv2::{IStage, WebSocketApi, WebSocketStage, WebSocketStageAttributes};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = WebSocketApi::new(&stack, "Api");
//! let live =
//!     WebSocketStage::from_web_socket_stage_attributes(&stack, "Live", WebSocketStageAttributes::new(&api, "live"));
//! assert_eq!(live.stage_name().as_literal(), Some("live"));
//! ```

use std::rc::Rc;

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value};

use super::api::IWebSocketApi;
use super::stage::{IWebSocketStage, WebSocketStage};
use crate::common::{IApi, IStage};

/// What is known of a stage that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketStageAttributes {
    api: Rc<dyn IWebSocketApi>,
    stage_name: Value<String>,
}

impl WebSocketStageAttributes {
    /// The API, and the name of the stage.
    pub fn new(api: &(impl IWebSocketApi + Clone + 'static), stage_name: impl Into<Value<String>>) -> Self {
        Self { api: Rc::new(api.clone()), stage_name: stage_name.into() }
    }
}

/// A stage that exists already.
#[derive(Clone, Debug)]
pub struct ImportedWebSocketStage {
    construct: Construct,
    attributes: WebSocketStageAttributes,
}

impl ImportedWebSocketStage {
    #[track_caller]
    fn no_url(&self) -> Value<String> {
        self.node().report(
            Diagnostic::error("apigatewayv2::no-stage-url", "the URL of an imported stage is not known")
                .help("write the URL where it is needed"),
        );
        "".into()
    }
}

impl IConstruct for ImportedWebSocketStage {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IStage for ImportedWebSocketStage {
    fn stage_name(&self) -> Value<String> {
        self.attributes.stage_name.clone()
    }

    #[track_caller]
    fn url(&self) -> Value<String> {
        self.no_url()
    }

    fn base_api(&self) -> &dyn IApi {
        &*self.attributes.api
    }
}

impl IWebSocketStage for ImportedWebSocketStage {
    fn api(&self) -> &dyn IWebSocketApi {
        &*self.attributes.api
    }

    #[track_caller]
    fn callback_url(&self) -> Value<String> {
        self.no_url()
    }
}

impl WebSocketStage {
    /// A stage that exists.
    #[track_caller]
    pub fn from_web_socket_stage_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: WebSocketStageAttributes,
    ) -> ImportedWebSocketStage {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-apigatewayv2.WebSocketStage");
        ImportedWebSocketStage { construct, attributes }
    }
}
