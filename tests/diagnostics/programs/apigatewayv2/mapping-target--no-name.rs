//! A mapping names no header.

use aws_cdk_apigatewayv2::{HttpApi, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().custom("append:header.", "1");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let mapping = ParameterMapping::new().custom("append:header.x-book", "1");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com").parameter_mapping(mapping);
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books", books).build();
}
