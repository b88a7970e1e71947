//! A mapping takes its value from a variable that there is not.

use aws_cdk_apigatewayv2::{HttpApi, MappingValue, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().append_header("x-book", MappingValue::custom("$request.headers.book"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().append_header("x-book", MappingValue::custom("$request.header.book"));
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}
