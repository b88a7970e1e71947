//! An API has more routes than API Gateway takes.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    for number in 0..301 {
        api.add_routes(format!("/shelves/{number}"), &books).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    for number in 0..239 {
        api.add_routes(format!("/shelves/{number}"), &books).build();
    }
}
