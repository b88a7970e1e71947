//! Answers that API Gateway itself gives.

use aws_cdk_apigatewayv2::{
    WebSocketIntegrationBinding, WebSocketIntegrationType, WebSocketRouteIntegration,
    WebSocketRouteIntegrationBindOptions, WebSocketRouteIntegrationConfig,
};
use aws_cdk_core::{Map, Value};

/// Lets API Gateway itself answer, without a backend.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::WebSocketApi;
/// use aws_cdk_apigatewayv2_integrations::WebSocketMockIntegration;
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Chat");
/// let api = WebSocketApi::new(&stack, "Api");
/// let pong = WebSocketMockIntegration::new("Pong")
///     .request_templates([("application/json", r#"{ "statusCode": 200 }"#)])
///     .template_selection_expression(r"\$default");
/// api.add_route("ping", pong).return_response(true).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketMockIntegration {
    binding: WebSocketIntegrationBinding,
    request_templates: Option<Value<Map<String>>>,
    template_selection_expression: Option<Value<String>>,
}

impl WebSocketMockIntegration {
    /// An integration without a backend.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            binding: WebSocketIntegrationBinding::new(id),
            request_templates: None,
            template_selection_expression: None,
        }
    }

    /// The templates that say how to answer. Default: none.
    pub fn request_templates(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.request_templates = Some(value.into());
        self
    }

    /// Which template is used. Default: that of the API.
    pub fn template_selection_expression(mut self, value: impl Into<Value<String>>) -> Self {
        self.template_selection_expression = Some(value.into());
        self
    }
}

impl WebSocketRouteIntegration for WebSocketMockIntegration {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        &self.binding
    }

    fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        let mut config = WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Mock, "");
        if let Some(templates) = &self.request_templates {
            config = config.request_templates(templates);
        }
        if let Some(expression) = &self.template_selection_expression {
            config = config.template_selection_expression(expression);
        }
        config
    }
}
