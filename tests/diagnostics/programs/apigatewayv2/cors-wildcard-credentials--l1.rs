//! An L1 API lets all origins send credentials.

use aws_cdk_apigatewayv2::cfn_api::CorsProperty;
use aws_cdk_apigatewayv2::{CfnApi, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let cors = CorsProperty::new().allow_credentials(true).allow_origins(["*"]);
    CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").cors_configuration(cors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let cors = CorsProperty::new().allow_credentials(true).allow_origins(["https://books.example.com"]);
    CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").cors_configuration(cors).build();
}
