//! An L1 integration of an HTTP API waits for more than 30 seconds.

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri("https://books.example.com")
        .integration_method("ANY")
        .timeout_in_millis(30_001)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri("https://books.example.com")
        .integration_method("ANY")
        .timeout_in_millis(30_000)
        .build();
}
