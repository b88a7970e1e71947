//! A load balancer is called without a VPC link.

use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri(
            "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/books/50dc6c495c0c9188/0467ef3c8400ae65",
        )
        .integration_method("ANY")
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    integration
        .integration_uri(
            "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/books/50dc6c495c0c9188/0467ef3c8400ae65",
        )
        .integration_method("ANY")
        .connection_type("VPC_LINK")
        .connection_id("abc123")
        .build();
}
