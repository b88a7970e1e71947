//! A service of Cloud Map is called without a VPC link.

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri("arn:aws:servicediscovery:eu-west-1:111111111111:service/srv-books")
        .integration_method("ANY")
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri("arn:aws:servicediscovery:eu-west-1:111111111111:service/srv-books")
        .integration_method("ANY")
        .connection_type("VPC_LINK")
        .connection_id("abc123")
        .build();
}
