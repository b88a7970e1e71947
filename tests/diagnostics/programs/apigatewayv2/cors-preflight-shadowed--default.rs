//! The default route asks preflight requests for authorization.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi, HttpMethod, HttpNoneAuthorizer};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://books.example.com"]);
    HttpApi::builder(&stack, "Api")
        .cors_preflight(cors)
        .default_authorizer(HttpIamAuthorizer::new())
        .default_integration(HttpUrlIntegration::new("Books", "https://books.example.com"))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://books.example.com"]);
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    let api = HttpApi::builder(&stack, "Api")
        .cors_preflight(cors)
        .default_authorizer(HttpIamAuthorizer::new())
        .default_integration(books)
        .build();
    let preflight = HttpUrlIntegration::new("Preflight", "https://preflight.example.com");
    let preflight = api.add_routes("/{proxy+}", preflight).methods([HttpMethod::Options]);
    preflight.authorizer(HttpNoneAuthorizer::new()).build();
}
