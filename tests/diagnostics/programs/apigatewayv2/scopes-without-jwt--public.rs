//! A public route names scopes.

use aws_cdk_apigatewayv2::{HttpApi, HttpNoneAuthorizer};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", books).authorization_scopes(["books:read"]).authorizer(HttpNoneAuthorizer::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").default_authorization_scopes(["books:read"]).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", books).authorizer(HttpNoneAuthorizer::new()).build();
}
