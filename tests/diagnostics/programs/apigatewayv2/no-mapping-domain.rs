//! A mapping is imported without its domain name, which is then asked for.

use aws_cdk_apigatewayv2::{ApiMapping, ApiMappingAttributes};
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ApiMapping::from_api_mapping_attributes(&stack, "Mapping", ApiMappingAttributes::new("mapping1"));
    CfnOutput::new(&stack, "Domain", mapping.api_mapping_ref().domain_name);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ApiMapping::from_api_mapping_attributes(
        &stack,
        "Mapping",
        ApiMappingAttributes::new("mapping1").domain_name("api.example.com"),
    );
    CfnOutput::new(&stack, "Domain", mapping.api_mapping_ref().domain_name);
}
