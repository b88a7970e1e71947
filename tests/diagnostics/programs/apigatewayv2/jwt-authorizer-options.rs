//! A JWT authorizer accepts tokens for nobody.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpJwtAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", Vec::<String>::new());
    api.add_routes("/books", HttpUrlIntegration::new("List", "https://books.example.com")).authorizer(&members).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let members = HttpJwtAuthorizer::new("Members", "https://login.example.com", ["books"]);
    api.add_routes("/books", HttpUrlIntegration::new("List", "https://books.example.com")).authorizer(&members).build();
}
