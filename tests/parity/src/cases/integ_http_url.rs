//! Integrations with other servers: method, timeout, parameter mapping, and URLs with tokens.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, CfnParameter, Duration, Fn, Stack, cfn_format};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegHttpUrl");
    let api = HttpApi::new(&stack, "Api");
    let host = CfnParameter::builder(&stack, "Host").parameter_type("String").default("example.com").build();

    api.add_routes("/default", HttpUrlIntegration::new("Plain", "https://example.com")).build();
    api.add_routes(
        "/full/{id}",
        HttpUrlIntegration::new("Full", "https://example.com/{id}?fixed=1")
            .method(HttpMethod::Put)
            .timeout(Duration::seconds(3))
            .parameter_mapping(ParameterMapping::new().append_header("id", MappingValue::request_path_param("id"))),
    )
    .methods([HttpMethod::Post, HttpMethod::Put])
    .build();
    let url = cfn_format!("https://{}/path", host.value_as_string());
    api.add_routes("/param", HttpUrlIntegration::new("Param", url)).build();
    api.add_routes("/import", HttpUrlIntegration::new("Import", Fn::import_value("backend-url"))).build();
}
