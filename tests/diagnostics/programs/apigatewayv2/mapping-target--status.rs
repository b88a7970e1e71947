//! Responses of a status that there is not are mapped.

use aws_cdk_apigatewayv2::cfn_integration::{ResponseParameterMapProperty, ResponseParameterProperty};
use aws_cdk_apigatewayv2::{CfnApi, CfnIntegration, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let mapping = ResponseParameterProperty::new().destination("overwrite:statuscode").source("201");
    let mappings = ResponseParameterMapProperty::new().response_parameters([mapping]);
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    let integration = integration.integration_uri("https://books.example.com").integration_method("ANY");
    integration.response_parameters([("2xx", mappings)]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let mapping = ResponseParameterProperty::new().destination("overwrite:statuscode").source("200");
    let mappings = ResponseParameterMapProperty::new().response_parameters([mapping]);
    let integration = CfnIntegration::builder(&stack, "Integration").api_id(api.ref_()).integration_type("HTTP_PROXY");
    let integration = integration.integration_uri("https://books.example.com").integration_method("ANY");
    integration.response_parameters([("204", mappings)]).build();
}
