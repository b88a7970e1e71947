//! An authorizer of a WebSocket API has an identity source of an HTTP API.

use aws_cdk_apigatewayv2::{CfnApi, CfnAuthorizer, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    let authorizer = CfnAuthorizer::builder(&stack, "Authorizer").api_id(api.ref_()).name("readers");
    let authorizer = authorizer
        .authorizer_type("REQUEST")
        .authorizer_uri("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations");
    authorizer.identity_source(["$request.header.Authorization"]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api")
        .name("chat")
        .protocol_type("WEBSOCKET")
        .route_selection_expression("$request.body.action")
        .build();
    let authorizer = CfnAuthorizer::builder(&stack, "Authorizer").api_id(api.ref_()).name("readers");
    let authorizer = authorizer
        .authorizer_type("REQUEST")
        .authorizer_uri("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations");
    authorizer.identity_source(["route.request.header.Authorization"]).build();
}
