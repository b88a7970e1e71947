//! Nothing is left for the default route.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let fallback = HttpUrlIntegration::new("Fallback", "https://fallback.example.com");
    let api = HttpApi::builder(&stack, "Api").default_integration(fallback).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/", &books).build();
    api.add_routes("/{proxy+}", &books).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let fallback = HttpUrlIntegration::new("Fallback", "https://fallback.example.com");
    let api = HttpApi::builder(&stack, "Api").default_integration(fallback).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books/{proxy+}", &books).build();
}
