//! Two HTTP APIs share an authorizer.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpJwtAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", ["books"]);
    for id in ["Public", "Internal"] {
        let list = HttpUrlIntegration::new("List", "https://books.example.com");
        HttpApi::new(&stack, id).add_routes("/books", list).authorizer(&members).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for id in ["Public", "Internal"] {
        let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", ["books"]);
        let list = HttpUrlIntegration::new("List", "https://books.example.com");
        HttpApi::new(&stack, id).add_routes("/books", list).authorizer(&members).build();
    }
}
