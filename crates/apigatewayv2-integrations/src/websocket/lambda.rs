//! A Lambda function behind a route of a WebSocket API.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    ContentHandling, WebSocketIntegrationBinding, WebSocketIntegrationType, WebSocketRouteIntegration,
    WebSocketRouteIntegrationBindOptions, WebSocketRouteIntegrationConfig,
};
use aws_cdk_core::{ArnComponents, Duration, Stack, cfn_format};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{IFunction, Permission};

/// Passes messages on to a Lambda function, and lets API Gateway invoke it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-proxy-integrations.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRouteOptions};
/// use aws_cdk_apigatewayv2_integrations::WebSocketLambdaIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_lambda::{Code, Function, Runtime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Chat");
/// let connect = Function::builder(&stack, "Connect")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => ({ statusCode: 200 });"))
///     .build();
/// let api = WebSocketApi::builder(&stack, "Api")
///     .connect_route_options(WebSocketRouteOptions::new(WebSocketLambdaIntegration::new("Connect", &connect)))
///     .build();
/// ```
#[doc(alias = "LambdaWebSocketIntegration")]
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketLambdaIntegration {
    binding: WebSocketIntegrationBinding,
    handler: Rc<dyn IFunction>,
    timeout: Option<Duration>,
    content_handling: Option<ContentHandling>,
}

impl WebSocketLambdaIntegration {
    /// An integration with a function.
    pub fn new(id: impl Into<String>, handler: &(impl IFunction + Clone + 'static)) -> Self {
        Self {
            binding: WebSocketIntegrationBinding::new(id),
            handler: Rc::new(handler.clone()),
            timeout: None,
            content_handling: None,
        }
    }

    /// How long a call may take, 50 milliseconds to 29 seconds. Default: that of API Gateway, 29 seconds. Errors, when it is
    /// bound: `apigatewayv2::integration-timeout`.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }

    /// How payloads are converted. Default: not at all.
    pub fn content_handling(mut self, value: ContentHandling) -> Self {
        self.content_handling = Some(value);
        self
    }
}

impl WebSocketRouteIntegration for WebSocketLambdaIntegration {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        let route = options.route;
        let stack = Stack::of(route);
        let source = ArnComponents::new("execute-api", route.web_socket_api().api_id())
            .resource_name(format!("*{}", route.route_key()));
        let permission = Permission::new(&ServicePrincipal::new("apigateway.amazonaws.com"))
            .scope(options.scope)
            .source_arn(stack.format_arn(source));
        self.handler.add_permission(&format!("{}-Permission", self.binding.id()), permission);
        let uri = ArnComponents::new("apigateway", "path/2015-03-31/functions")
            .account("lambda")
            .resource_name(cfn_format!("{}/invocations", self.handler.function_arn()));
        let mut config =
            WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::AwsProxy, stack.format_arn(uri));
        if let Some(timeout) = self.timeout {
            config = config.timeout(timeout);
        }
        if let Some(handling) = self.content_handling {
            config = config.content_handling(handling);
        }
        config
    }
}
