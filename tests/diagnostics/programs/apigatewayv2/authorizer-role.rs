//! A JWT authorizer has a role, with which nothing is invoked.

use aws_cdk_apigatewayv2::{HttpApi, HttpAuthorizer, HttpAuthorizerType};
use aws_cdk_core::{App, Stack};
use aws_cdk_iam::Role;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let role = Role::from_role_name(&stack, "Invoker", "invoker");
    HttpAuthorizer::builder(&stack, "Members", &api, HttpAuthorizerType::Jwt, ["$request.header.Authorization"])
        .jwt_issuer("https://login.example.com")
        .jwt_audience(["books"])
        .role(&*role)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpAuthorizer::builder(&stack, "Members", &api, HttpAuthorizerType::Jwt, ["$request.header.Authorization"])
        .jwt_issuer("https://login.example.com")
        .jwt_audience(["books"])
        .build();
}
