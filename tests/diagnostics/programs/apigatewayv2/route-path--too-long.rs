//! A route path has more than 1,000 characters.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let path = format!("/{}", "b".repeat(1000));
    api.add_routes(path, HttpUrlIntegration::new("List", "https://books.example.com")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let path = format!("/{}", "b".repeat(999));
    api.add_routes(path, HttpUrlIntegration::new("List", "https://books.example.com")).build();
}
