//! The endpoint of an imported WebSocket API is asked for, which is not known.

use aws_cdk_apigatewayv2::{IApi, WebSocketApi, WebSocketApiAttributes};
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::from_web_socket_api_attributes(&stack, "Api", WebSocketApiAttributes::new("abc123"));
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::from_web_socket_api_attributes(
        &stack,
        "Api",
        WebSocketApiAttributes::new("abc123").api_endpoint("wss://chat.example.com"),
    );
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}
