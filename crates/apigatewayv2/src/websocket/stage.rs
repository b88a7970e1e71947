//! Stages of WebSocket APIs: what is deployed of an API, under a URL.
//!
//! ```
//! use aws_cdk_apigatewayv2::{ThrottleSettings, WebSocketApi, WebSocketStage};
//! # use aws_cdk_core::{App, CfnOutput, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = WebSocketApi::new(&stack, "Api");
//! let live = WebSocketStage::builder(&stack, "Live", &api, "live")
//!     .auto_deploy(true)
//!     .throttle(ThrottleSettings::new().rate_limit(100).burst_limit(20))
//!     .build();
//! CfnOutput::new(&stack, "Url", live.url()); // what clients connect to
//! CfnOutput::new(&stack, "CallbackUrl", live.callback_url()); // what the backend sends to
//! ```

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnStage;
use aws_cdk_core::{ArnComponents, Construct, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

use super::api::IWebSocketApi;
use crate::checks::add_checks;
use crate::common::{
    AccessLogFormat, ApiMapping, IApi, IStage, StageOptions, StageVariables, map_stage, stage_option_setters,
};

/// A stage of a WebSocket API, made here or imported.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stage of a WebSocket API",
    label = "a stage of a WebSocket API belongs here"
)]
pub trait IWebSocketStage: IStage + fmt::Debug {
    /// The API.
    fn api(&self) -> &dyn IWebSocketApi;

    /// The URL under which the backend sends to clients. Where it cannot be known this is the error
    /// `apigatewayv2::no-stage-url`.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html>.
    #[track_caller]
    fn callback_url(&self) -> Value<String>;
}

/// A stage of a WebSocket API.
#[derive(Clone, Debug)]
pub struct WebSocketStage {
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
    api: Rc<dyn IWebSocketApi>,
}

impl StageBase {
    fn url_of(&self, scheme: &str) -> Value<String> {
        let stack = Stack::of(&self.construct);
        let (api, region, suffix) = (self.api.api_id(), stack.region(), stack.url_suffix());
        cfn_format!("{}://{}.execute-api.{}.{}/{}", scheme, api, region, suffix, self.stage_name)
    }
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
        self.url_of("wss")
    }

    fn base_api(&self) -> &dyn IApi {
        &*self.api
    }
}

impl IConstruct for WebSocketStage {
    fn node(&self) -> &Node {
        self.base.node()
    }
}

impl IStage for WebSocketStage {
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

impl IWebSocketStage for WebSocketStage {
    fn api(&self) -> &dyn IWebSocketApi {
        &*self.base.api
    }

    fn callback_url(&self) -> Value<String> {
        self.base.url_of("https")
    }
}

impl WebSocketStage {
    /// Starts a stage of an API.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        web_socket_api: &(impl IWebSocketApi + Clone + 'static),
        stage_name: impl Into<Value<String>>,
    ) -> WebSocketStageBuilder {
        WebSocketStageBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api: Rc::new(web_socket_api.clone()),
            stage_name: stage_name.into(),
            common: StageOptions::default(),
        }
    }

    /// The name of the stage.
    pub fn stage_name(&self) -> Value<String> {
        IStage::stage_name(self)
    }

    /// The URL that clients connect to: `wss://….execute-api.….amazonaws.com/live`.
    pub fn url(&self) -> Value<String> {
        IStage::url(self)
    }

    /// The URL under which the backend sends to clients: `https://….execute-api.….amazonaws.com/live`.
    pub fn callback_url(&self) -> Value<String> {
        IWebSocketStage::callback_url(self)
    }

    /// The mapping of the stage to its custom domain name, if it has one.
    pub fn api_mapping(&self) -> Option<&ApiMapping> {
        self.api_mapping.as_ref()
    }

    /// Adds a stage variable, or replaces it.
    pub fn add_stage_variable(&self, name: impl AsRef<str>, value: impl Into<Value<String>>) {
        let value = value.into();
        self.variables.borrow_mut().insert(name, value);
    }

    /// Lets a principal send to the clients of the stage, look them up and disconnect them.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html>.
    #[track_caller]
    pub fn grant_management_api_access(&self, grantee: &(impl IGrantable + ?Sized)) -> Grant {
        let api = &self.base.api;
        let arn = Stack::of(api.node()).format_arn(ArnComponents::new("execute-api", api.api_id()));
        Grant::add_to_principal(
            GrantOptions::new(grantee).actions(["execute-api:ManageConnections"]).resource_arns([cfn_format!(
                "{}/{}/*/@connections/*",
                arn,
                self.base.stage_name
            )]),
        )
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnStage {
        &self.resource
    }
}

/// Builds a [`WebSocketStage`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct WebSocketStageBuilder {
    scope: Node,
    id: String,
    api: Rc<dyn IWebSocketApi>,
    stage_name: Value<String>,
    common: StageOptions,
}

stage_option_setters!(WebSocketStageBuilder, common);

impl WebSocketStageBuilder {
    /// Adds the stage. Errors: `apigatewayv2::access-log-format`, and those of ids.
    #[track_caller]
    pub fn build(mut self) -> WebSocketStage {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.WebSocketStage");
        add_checks(&construct);
        let base = StageBase { construct, stage_name: self.stage_name, api: self.api };
        let (resource, variables) = self.common.resource(&base, AccessLogFormat::web_socket_default());
        let mut stage = WebSocketStage { base, resource, variables, api_mapping: None };
        if let Some(mapping) = &self.common.domain_mapping {
            stage.api_mapping = Some(map_stage(&stage, stage.base_api(), mapping));
        }
        stage
    }
}
