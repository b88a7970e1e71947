//! A Lambda function gets a payload of a version that there is not.

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("AWS_PROXY");
    integration
        .integration_uri("arn:aws:lambda:eu-west-1:111111111111:function:books")
        .payload_format_version("3.0")
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("AWS_PROXY");
    integration
        .integration_uri("arn:aws:lambda:eu-west-1:111111111111:function:books")
        .payload_format_version("2.0")
        .build();
}
