//! A stage of a WebSocket API is to have no name in its URL.

use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketStage};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    WebSocketStage::builder(&stack, "Live", &api, "$default").auto_deploy(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = WebSocketApi::new(&stack, "Api");
    WebSocketStage::builder(&stack, "Live", &api, "default").auto_deploy(true).build();
}
