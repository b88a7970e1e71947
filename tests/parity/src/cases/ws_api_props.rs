//! Plain options of WebSocket APIs.

use aws_cdk_apigatewayv2::{IpAddressType, WebSocketApi, WebSocketApiKeySelectionExpression};
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsApiProps");
    WebSocketApi::new(&stack, "Bare");
    WebSocketApi::builder(&stack, "Named")
        .api_name("chat")
        .description("chat socket")
        .api_key_selection_expression(WebSocketApiKeySelectionExpression::HEADER_X_API_KEY)
        .route_selection_expression("$request.body.type")
        .disable_schema_validation(true)
        .build();
    WebSocketApi::builder(&stack, "Authorized")
        .api_key_selection_expression(WebSocketApiKeySelectionExpression::AUTHORIZER_USAGE_IDENTIFIER_KEY)
        .ip_address_type(IpAddressType::DualStack)
        .disable_schema_validation(false)
        .build();
    WebSocketApi::builder(&stack, "Custom")
        .api_key_selection_expression(WebSocketApiKeySelectionExpression::custom("$request.header.my-key"))
        .ip_address_type(IpAddressType::Ipv4)
        .route_selection_expression("${request.body.action}")
        .build();
}
