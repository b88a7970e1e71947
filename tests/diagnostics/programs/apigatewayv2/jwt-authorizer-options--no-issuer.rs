//! An authorizer of the type JWT does not say who issues the tokens.

use aws_cdk_apigatewayv2::{HttpApi, HttpAuthorizer, HttpAuthorizerType};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpAuthorizer::builder(&stack, "Members", &api, HttpAuthorizerType::Jwt, ["$request.header.Authorization"])
        .jwt_audience(["books"])
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    HttpAuthorizer::builder(&stack, "Members", &api, HttpAuthorizerType::Jwt, ["$request.header.Authorization"])
        .jwt_audience(["books"])
        .jwt_issuer("https://login.example.com")
        .build();
}
