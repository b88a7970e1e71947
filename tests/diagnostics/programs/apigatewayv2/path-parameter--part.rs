//! A path parameter is only a part of what stands between two slashes.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}.json", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{id}/json", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}
