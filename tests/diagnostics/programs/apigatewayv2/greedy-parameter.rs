//! A greedy parameter stands before the end of the path.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/{proxy+}/books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    api.add_routes("/books/{proxy+}", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}
