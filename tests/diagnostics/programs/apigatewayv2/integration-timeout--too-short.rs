//! An integration of a WebSocket API gives up too soon.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketIntegration, WebSocketIntegrationType};
use aws_cdk_core::{App, Duration, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    WebSocketIntegration::builder(&stack, "Hasty", &api, WebSocketIntegrationType::Mock, "")
        .timeout(Duration::millis(49))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    WebSocketIntegration::builder(&stack, "Hasty", &api, WebSocketIntegrationType::Mock, "")
        .timeout(Duration::millis(50))
        .build();
}
