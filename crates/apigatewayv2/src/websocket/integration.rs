//! Integrations of WebSocket APIs: what takes the messages of a route.
//!
//! ```
//! use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketIntegration, WebSocketIntegrationType};
//! # use aws_cdk_core::{App, Stack};
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! let api = WebSocketApi::new(&stack, "Api");
//! let uri = "arn:aws:apigateway:eu-west-1:sqs:path/111111111111/messages";
//! WebSocketIntegration::builder(&stack, "Messages", &api, WebSocketIntegrationType::Aws, uri)
//!     .integration_method("POST")
//!     .request_templates([("application/json", "Action=SendMessage&MessageBody=$input.body")])
//!     .build();
//! ```

use aws_cdk_cfn_apigatewayv2::CfnIntegration;
use aws_cdk_core::{Construct, Duration, IConstruct, Map, Node, Value};
use aws_cdk_iam::IRole;

use super::api::IWebSocketApi;
use super::route_integration::WebSocketRouteIntegrationConfig;
use crate::checks::add_checks;

/// The kinds of integration of a WebSocket API.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebSocketIntegrationType {
    /// `AWS_PROXY`: a Lambda function, which gets messages as they are.
    AwsProxy,
    /// `MOCK`: API Gateway itself answers.
    Mock,
    /// `AWS`: an action of another service, for which messages are transformed.
    Aws,
}

impl WebSocketIntegrationType {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            WebSocketIntegrationType::AwsProxy => "AWS_PROXY",
            WebSocketIntegrationType::Mock => "MOCK",
            WebSocketIntegrationType::Aws => "AWS",
        }
    }
}

/// How the payload of a message is converted.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContentHandling {
    /// From Base64 text to bytes: `CONVERT_TO_BINARY`.
    ConvertToBinary,
    /// From bytes to Base64 text: `CONVERT_TO_TEXT`.
    ConvertToText,
}

impl ContentHandling {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            ContentHandling::ConvertToBinary => "CONVERT_TO_BINARY",
            ContentHandling::ConvertToText => "CONVERT_TO_TEXT",
        }
    }
}

/// What happens with messages for which there is no request template.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassthroughBehavior {
    /// They are passed on as they are: `WHEN_NO_MATCH`.
    WhenNoMatch,
    /// They are refused: `NEVER`.
    Never,
    /// They are passed on if there is no template at all, else refused: `WHEN_NO_TEMPLATES`.
    WhenNoTemplates,
}

impl PassthroughBehavior {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            PassthroughBehavior::WhenNoMatch => "WHEN_NO_MATCH",
            PassthroughBehavior::Never => "NEVER",
            PassthroughBehavior::WhenNoTemplates => "WHEN_NO_TEMPLATES",
        }
    }
}

/// An integration of a WebSocket API. Mostly made by a
/// [`WebSocketRouteIntegration`](super::route_integration::WebSocketRouteIntegration) when it is bound to its first route.
#[derive(Clone, Debug)]
pub struct WebSocketIntegration {
    construct: Construct,
    resource: CfnIntegration,
}

impl IConstruct for WebSocketIntegration {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl WebSocketIntegration {
    /// Starts an integration of an API. The URI is that of a function or of an action, and empty for
    /// [`WebSocketIntegrationType::Mock`].
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        web_socket_api: &(impl IWebSocketApi + ?Sized),
        integration_type: WebSocketIntegrationType,
        integration_uri: impl Into<Value<String>>,
    ) -> WebSocketIntegrationBuilder {
        WebSocketIntegrationBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_id: web_socket_api.api_id(),
            config: WebSocketRouteIntegrationConfig::new(integration_type, integration_uri),
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

/// Builds a [`WebSocketIntegration`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct WebSocketIntegrationBuilder {
    pub(super) scope: Node,
    pub(super) id: String,
    pub(super) api_id: Value<String>,
    pub(super) config: WebSocketRouteIntegrationConfig,
}

impl WebSocketIntegrationBuilder {
    /// The method with which the backend is called. Default: none.
    pub fn integration_method(mut self, value: impl Into<Value<String>>) -> Self {
        self.config = self.config.method(value);
        self
    }

    /// How payloads are converted. Default: not at all.
    pub fn content_handling(mut self, value: ContentHandling) -> Self {
        self.config = self.config.content_handling(value);
        self
    }

    /// The role whose rights are used. Default: none.
    pub fn credentials_role(mut self, role: &(impl IRole + ?Sized)) -> Self {
        self.config = self.config.credentials_role(role);
        self
    }

    /// The parameters of the request, such as `integration.request.header.Content-Type`. Default: none.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html>.
    pub fn request_parameters(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.config = self.config.request_parameters(value);
        self
    }

    /// The templates that make the request of a message, of which the template selection expression chooses one. Default:
    /// none.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-data-transformations.html>.
    pub fn request_templates(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.config = self.config.request_templates(value);
        self
    }

    /// Which template makes the request. Default: that of the API.
    pub fn template_selection_expression(mut self, value: impl Into<Value<String>>) -> Self {
        self.config = self.config.template_selection_expression(value);
        self
    }

    /// How long a call may take, 50 milliseconds to 29 seconds. Default: that of API Gateway, 29 seconds.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.config = self.config.timeout(value);
        self
    }

    /// What happens with messages for which there is no template. Default: that of API Gateway, they are passed on.
    pub fn passthrough_behavior(mut self, value: PassthroughBehavior) -> Self {
        self.config = self.config.passthrough_behavior(value);
        self
    }

    /// Adds the integration. Errors: `apigatewayv2::integration-timeout`, and those of ids.
    #[track_caller]
    pub fn build(self) -> WebSocketIntegration {
        let WebSocketIntegrationBuilder { scope, id, api_id, config } = self;
        let construct = Construct::of_type(&scope, &id, "aws-cdk-apigatewayv2.WebSocketIntegration");
        add_checks(&construct);
        let mut builder = CfnIntegration::builder(&construct, "Resource")
            .api_id(api_id)
            .integration_type(config.integration_type.as_str())
            .integration_uri(config.integration_uri);
        if let Some(method) = config.method {
            builder = builder.integration_method(method);
        }
        if let Some(handling) = config.content_handling {
            builder = builder.content_handling_strategy(handling.as_str());
        }
        if let Some(role_arn) = config.credentials_arn {
            builder = builder.credentials_arn(role_arn);
        }
        if let Some(parameters) = config.request_parameters {
            builder = builder.request_parameters(parameters);
        }
        if let Some(templates) = config.request_templates {
            builder = builder.request_templates(templates);
        }
        if let Some(behavior) = config.passthrough_behavior {
            builder = builder.passthrough_behavior(behavior.as_str());
        }
        if let Some(expression) = config.template_selection_expression {
            builder = builder.template_selection_expression(expression);
        }
        if let Some(timeout) = config.timeout {
            builder = builder.timeout_in_millis(timeout.to_milliseconds());
        }
        WebSocketIntegration { resource: builder.build(), construct }
    }
}
