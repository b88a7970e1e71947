//! Connections signed with the keys of a principal of IAM.

use aws_cdk_apigatewayv2::{
    WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions,
    WebSocketRouteAuthorizerConfig,
};

/// Lets those connect whose IAM policies allow it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRouteOptions};
/// use aws_cdk_apigatewayv2_authorizers::WebSocketIamAuthorizer;
/// use aws_cdk_apigatewayv2_integrations::WebSocketMockIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{PolicyStatement, User};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Chat");
/// let connect = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect"))
///     .authorizer(WebSocketIamAuthorizer::new());
/// let api = WebSocketApi::builder(&stack, "Api").connect_route_options(connect).build();
/// let invoke = PolicyStatement::new()
///     .actions(["execute-api:Invoke"])
///     .resources([api.arn_for_execute_api_v2(Some("$connect"), None)]);
/// User::new(&stack, "User").add_to_policy(invoke);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct WebSocketIamAuthorizer;

impl WebSocketIamAuthorizer {
    /// The authorizer.
    pub fn new() -> Self {
        Self
    }
}

impl WebSocketRouteAuthorizer for WebSocketIamAuthorizer {
    fn bind(&self, _: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        WebSocketRouteAuthorizerConfig::new(WebSocketRouteAuthorizationType::AwsIam)
    }
}
