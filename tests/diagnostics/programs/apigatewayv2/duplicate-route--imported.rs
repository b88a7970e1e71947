//! Two routes of an API that exists already have the same key.

use aws_cdk_apigatewayv2::{HttpApi, HttpApiAttributes, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    for id in ["First", "Second"] {
        let api = HttpApi::from_http_api_attributes(&stack, format!("{id}Api"), HttpApiAttributes::new("abc123"));
        let books = HttpUrlIntegration::new("Books", "https://books.example.com");
        HttpRoute::builder(&stack, id, &api, HttpRouteKey::with_any_method("/books"), books).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for id in ["first", "second"] {
        let api = HttpApi::from_http_api_attributes(&stack, format!("{id}Api"), HttpApiAttributes::new("abc123"));
        let books = HttpUrlIntegration::new("Books", "https://books.example.com");
        HttpRoute::builder(&stack, id, &api, HttpRouteKey::with_any_method(format!("/{id}")), books).build();
    }
}
