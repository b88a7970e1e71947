//! Two routes of a WebSocket API have the same key.

use aws_cdk_apigatewayv2::{CfnApi, CfnRoute, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    for id in ["First", "Second"] {
        CfnRoute::builder(&stack, id).api_id(api.ref_()).route_key("send").build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    for (id, key) in [("First", "send"), ("Second", "list")] {
        CfnRoute::builder(&stack, id).api_id(api.ref_()).route_key(key).build();
    }
}
