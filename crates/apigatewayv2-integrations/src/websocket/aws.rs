//! Actions of other AWS services behind a route of a WebSocket API.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    ContentHandling, PassthroughBehavior, WebSocketIntegrationBinding, WebSocketIntegrationType,
    WebSocketRouteIntegration, WebSocketRouteIntegrationBindOptions, WebSocketRouteIntegrationConfig,
};
use aws_cdk_core::{Duration, Map, Value};
use aws_cdk_iam::IRole;

/// Makes a request to another AWS service of each message.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{PassthroughBehavior, WebSocketApi};
/// use aws_cdk_apigatewayv2_integrations::WebSocketAwsIntegration;
/// use aws_cdk_core::{App, Aws, Stack, cfn_format};
/// use aws_cdk_iam::{Role, ServicePrincipal};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Chat");
/// let role = Role::builder(&stack, "Writer", ServicePrincipal::new("apigateway.amazonaws.com")).build();
/// let uri = cfn_format!("arn:{}:apigateway:{}:dynamodb:action/PutItem", Aws::PARTITION, Aws::REGION);
/// let keep = WebSocketAwsIntegration::new("Keep", uri, "POST")
///     .credentials_role(&role)
///     .passthrough_behavior(PassthroughBehavior::Never)
///     .request_templates([(
///         "application/json",
///         r#"{ "TableName": "messages", "Item": { "id": { "S": "$context.requestId" } } }"#,
///     )]);
/// let api = WebSocketApi::new(&stack, "Api");
/// api.add_route("keep", keep).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketAwsIntegration {
    binding: WebSocketIntegrationBinding,
    integration_uri: Value<String>,
    integration_method: Value<String>,
    content_handling: Option<ContentHandling>,
    credentials_role: Option<Rc<dyn IRole>>,
    passthrough_behavior: Option<PassthroughBehavior>,
    request_parameters: Option<Value<Map<String>>>,
    request_templates: Option<Value<Map<String>>>,
    template_selection_expression: Option<Value<String>>,
    timeout: Option<Duration>,
}

impl WebSocketAwsIntegration {
    /// An integration with an action: `arn:aws:apigateway:{region}:{service}:action/{name}`, or `…:path/{path}` for a
    /// resource of a service, and the method of the request.
    pub fn new(
        id: impl Into<String>,
        integration_uri: impl Into<Value<String>>,
        integration_method: impl Into<Value<String>>,
    ) -> Self {
        Self {
            binding: WebSocketIntegrationBinding::new(id),
            integration_uri: integration_uri.into(),
            integration_method: integration_method.into(),
            content_handling: None,
            credentials_role: None,
            passthrough_behavior: None,
            request_parameters: None,
            request_templates: None,
            template_selection_expression: None,
            timeout: None,
        }
    }

    /// How payloads are converted. Default: not at all.
    pub fn content_handling(mut self, value: ContentHandling) -> Self {
        self.content_handling = Some(value);
        self
    }

    /// The role whose rights are used. Default: none; then the service must permit API Gateway the action.
    pub fn credentials_role(mut self, role: &(impl IRole + Clone + 'static)) -> Self {
        self.credentials_role = Some(Rc::new(role.clone()));
        self
    }

    /// What happens with messages for which there is no template. Default: that of API Gateway, they are passed on.
    pub fn passthrough_behavior(mut self, value: PassthroughBehavior) -> Self {
        self.passthrough_behavior = Some(value);
        self
    }

    /// The parameters of the request, such as `integration.request.header.Content-Type`. Default: none.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html>.
    pub fn request_parameters(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.request_parameters = Some(value.into());
        self
    }

    /// The templates that make the request of a message, by content type or other key. Default: none.
    pub fn request_templates(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.request_templates = Some(value.into());
        self
    }

    /// Which template makes the request. Default: that of the API.
    pub fn template_selection_expression(mut self, value: impl Into<Value<String>>) -> Self {
        self.template_selection_expression = Some(value.into());
        self
    }

    /// How long a call may take, 50 milliseconds to 29 seconds. Default: that of API Gateway, 29 seconds. Errors, when it is
    /// bound: `apigatewayv2::integration-timeout`.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }
}

impl WebSocketRouteIntegration for WebSocketAwsIntegration {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        &self.binding
    }

    fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        let kind = WebSocketIntegrationType::Aws;
        let mut config =
            WebSocketRouteIntegrationConfig::new(kind, &self.integration_uri).method(&self.integration_method);
        if let Some(handling) = self.content_handling {
            config = config.content_handling(handling);
        }
        if let Some(role) = &self.credentials_role {
            config = config.credentials_role(&**role);
        }
        if let Some(behavior) = self.passthrough_behavior {
            config = config.passthrough_behavior(behavior);
        }
        if let Some(parameters) = &self.request_parameters {
            config = config.request_parameters(parameters);
        }
        if let Some(templates) = &self.request_templates {
            config = config.request_templates(templates);
        }
        if let Some(expression) = &self.template_selection_expression {
            config = config.template_selection_expression(expression);
        }
        if let Some(timeout) = self.timeout {
            config = config.timeout(timeout);
        }
        config
    }
}
