//! Parameter mappings: every method, every kind of value, and a mapping from pairs.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, MappingValue, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "ParameterMappings");
    let api = HttpApi::new(&stack, "Api");
    let route = |path: &str, id: &str, mapping: ParameterMapping| {
        let integration = HttpUrlIntegration::new(id, "https://example.com").parameter_mapping(mapping);
        api.add_routes(path, integration).methods([HttpMethod::Get]).build();
    };

    route(
        "/methods",
        "Methods",
        ParameterMapping::new()
            .append_header("zeta", MappingValue::request_header("x-zeta"))
            .overwrite_header("alpha", MappingValue::request_query_string("alpha"))
            .remove_header("cookie")
            .append_query_string("q", MappingValue::request_body("query"))
            .overwrite_query_string("page", MappingValue::request_path_param("page"))
            .remove_query_string("debug")
            .overwrite_path(MappingValue::request_path())
            .custom("overwrite:header.custom", "literal"),
    );
    route(
        "/values",
        "Values",
        ParameterMapping::from([
            ("append:header.h1", MappingValue::context_variable("requestId")),
            ("append:header.h2", MappingValue::stage_variable("backend")),
            ("append:header.h3", MappingValue::custom("$request.header.a$request.header.b")),
            ("remove:header.h4", MappingValue::none()),
        ]),
    );
    route("/none", "None", ParameterMapping::new());
}
