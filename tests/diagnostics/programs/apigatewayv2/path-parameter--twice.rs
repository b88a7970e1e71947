//! A path has two parameters of the same name.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}/pages/{id}", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}/pages/{page}", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}
