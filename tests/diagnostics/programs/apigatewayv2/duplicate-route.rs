//! Two routes of an API have the same key.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    let archive = HttpUrlIntegration::new("Archive", "https://archive.example.com");
    HttpRoute::builder(&stack, "First", &api, HttpRouteKey::with("/books", HttpMethod::Get), books).build();
    HttpRoute::builder(&stack, "Second", &api, HttpRouteKey::with("/books", HttpMethod::Get), archive).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    let archive = HttpUrlIntegration::new("Archive", "https://archive.example.com");
    HttpRoute::builder(&stack, "First", &api, HttpRouteKey::with("/books", HttpMethod::Get), books).build();
    HttpRoute::builder(&stack, "Second", &api, HttpRouteKey::with("/books", HttpMethod::Post), archive).build();
}
