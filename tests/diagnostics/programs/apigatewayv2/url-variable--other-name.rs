//! The URL of an integration names the path parameter otherwise.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{book}", HttpUrlIntegration::new("Books", "https://books.example.com/{id}")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{book}", HttpUrlIntegration::new("Books", "https://books.example.com/{book}")).build();
}
