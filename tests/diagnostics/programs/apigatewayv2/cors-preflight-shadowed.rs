//! A route for any method asks preflight requests for authorization.

use aws_cdk_apigatewayv2::{CorsPreflightOptions, HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://books.example.com"]);
    let api = HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", books).authorizer(HttpIamAuthorizer::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = CorsPreflightOptions::new().allow_origins(["https://books.example.com"]);
    let api = HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    api.add_routes("/books", books).methods([HttpMethod::Get]).authorizer(HttpIamAuthorizer::new()).build();
}
