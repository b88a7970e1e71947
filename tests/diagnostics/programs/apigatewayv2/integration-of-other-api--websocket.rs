//! Two WebSocket APIs share an integration.

use aws_cdk_apigatewayv2::WebSocketApi;
use aws_cdk_apigatewayv2_integrations::WebSocketMockIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let answer = WebSocketMockIntegration::new("Answer");
    WebSocketApi::new(&stack, "Readers").add_route("ping", &answer).build();
    WebSocketApi::new(&stack, "Writers").add_route("ping", &answer).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let answer = || WebSocketMockIntegration::new("Answer");
    WebSocketApi::new(&stack, "Readers").add_route("ping", answer()).build();
    WebSocketApi::new(&stack, "Writers").add_route("ping", answer()).build();
}
