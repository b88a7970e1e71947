//! An integration waits longer than API Gateway does.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Duration, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let slow = HttpUrlIntegration::new("Slow", "https://books.example.com").timeout(Duration::seconds(31));
    api.add_routes("/books", slow).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let slow = HttpUrlIntegration::new("Slow", "https://books.example.com").timeout(Duration::seconds(30));
    api.add_routes("/books", slow).build();
}
