//! A WebSocket API has a CORS configuration.

use aws_cdk_apigatewayv2::cfn_api::CorsProperty;
use aws_cdk_apigatewayv2::{CfnApi, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let cors = CorsProperty::new().allow_origins(["*"]);
    CfnApi::builder(&stack, "Api").name("chat").protocol_type("WEBSOCKET").cors_configuration(cors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    CfnApi::builder(&stack, "Api").name("chat").protocol_type("WEBSOCKET").build();
}
