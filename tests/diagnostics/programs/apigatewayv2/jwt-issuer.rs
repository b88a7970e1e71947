//! The issuer of tokens has an http URL.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpJwtAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let tokens = HttpJwtAuthorizer::new("Tokens", "http://id.example.com", ["books"]);
    let api = HttpApi::builder(&stack, "Api").default_authorizer(tokens).build();
    api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let tokens = HttpJwtAuthorizer::new("Tokens", "https://id.example.com", ["books"]);
    let api = HttpApi::builder(&stack, "Api").default_authorizer(tokens).build();
    api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
}
