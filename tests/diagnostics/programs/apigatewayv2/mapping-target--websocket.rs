//! A mapping of a WebSocket API has the key of an HTTP API.

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP");
    integration
        .integration_uri("https://books.example.com")
        .request_parameters([("append:header.x-book", "'1'")])
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP");
    integration
        .integration_uri("https://books.example.com")
        .request_parameters([("integration.request.header.x-book", "'1'")])
        .build();
}
