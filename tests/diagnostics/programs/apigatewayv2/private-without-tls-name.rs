//! A listener takes HTTPS, but API Gateway is not told a name to verify.

use aws_cdk_apigatewayv2::cfn_integration::TlsConfigProperty;
use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let listener = CfnResource::builder(&stack, "Listener", "AWS::ElasticLoadBalancingV2::Listener");
    let listener = listener.property("Protocol", "HTTPS").property("Port", 443).build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    let integration = integration.integration_method("ANY").integration_uri(listener.ref_());
    integration.connection_type("VPC_LINK").connection_id("abc123").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let listener = CfnResource::builder(&stack, "Listener", "AWS::ElasticLoadBalancingV2::Listener");
    let listener = listener.property("Protocol", "HTTPS").property("Port", 443).build();
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    let integration = integration.integration_method("ANY").integration_uri(listener.ref_());
    integration
        .connection_type("VPC_LINK")
        .connection_id("abc123")
        .tls_config(TlsConfigProperty::new().server_name_to_verify("books.example.com"))
        .build();
}
