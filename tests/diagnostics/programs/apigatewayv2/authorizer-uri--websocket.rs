//! An authorizer of a WebSocket API does not say which function decides.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketAuthorizer, WebSocketAuthorizerType};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    let source = ["route.request.header.Authorization"];
    WebSocketAuthorizer::builder(&stack, "Doorkeeper", &api, WebSocketAuthorizerType::Lambda, source).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    let source = ["route.request.header.Authorization"];
    let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/doorkeeper/invocations";
    WebSocketAuthorizer::builder(&stack, "Doorkeeper", &api, WebSocketAuthorizerType::Lambda, source)
        .authorizer_uri(uri)
        .build();
}
