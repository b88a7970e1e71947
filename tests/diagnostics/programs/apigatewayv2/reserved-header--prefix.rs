//! A mapping changes a header with a reserved beginning.

use aws_cdk_apigatewayv2::{HttpApi, MappingValue, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().overwrite_header("X-Amz-Date", MappingValue::context_variable("requestTime"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().overwrite_header("x-date", MappingValue::context_variable("requestTime"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}
