//! Two HTTP APIs share an integration.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let list = HttpUrlIntegration::new("List", "https://books.example.com");
    HttpApi::new(&stack, "Public").add_routes("/books", &list).build();
    HttpApi::new(&stack, "Internal").add_routes("/books", &list).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let list = || HttpUrlIntegration::new("List", "https://books.example.com");
    HttpApi::new(&stack, "Public").add_routes("/books", list()).build();
    HttpApi::new(&stack, "Internal").add_routes("/books", list()).build();
}
