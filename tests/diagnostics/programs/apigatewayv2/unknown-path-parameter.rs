//! A mapping takes a path parameter that the route does not have.

use aws_cdk_apigatewayv2::{HttpApi, MappingValue, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().overwrite_query_string("book", MappingValue::request_path_param("book"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}", books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().overwrite_query_string("book", MappingValue::request_path_param("id"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}", books).build();
}
