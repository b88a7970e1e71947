//! An API has more authorizers than API Gateway takes.

use aws_cdk_apigatewayv2::{HttpApi, HttpAuthorizer, HttpAuthorizerType};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    for number in 0..11 {
        let readers = HttpAuthorizer::builder(
            &stack,
            format!("Readers{number}"),
            &api,
            HttpAuthorizerType::Jwt,
            ["$request.header.Authorization"],
        );
        readers.jwt_issuer("https://id.example.com").jwt_audience(["books"]).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    for number in 0..7 {
        let readers = HttpAuthorizer::builder(
            &stack,
            format!("Readers{number}"),
            &api,
            HttpAuthorizerType::Jwt,
            ["$request.header.Authorization"],
        );
        readers.jwt_issuer("https://id.example.com").jwt_audience(["books"]).build();
    }
}
