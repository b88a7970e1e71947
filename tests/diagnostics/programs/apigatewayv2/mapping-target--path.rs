//! A mapping appends to the path, which can only be overwritten.

use aws_cdk_apigatewayv2::{HttpApi, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().custom("append:path", "/v1");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().custom("overwrite:path", "/v1");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}
