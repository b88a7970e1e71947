//! A route key starts with a dollar sign, but is none of the three that do.

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
    CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("$connected").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("$connect").build();
}
