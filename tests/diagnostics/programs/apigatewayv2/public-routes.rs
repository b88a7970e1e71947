//! An API has a default authorizer, which an L1 route passes by.

use aws_cdk_apigatewayv2::{CfnRoute, HttpApi};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
    api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
    CfnRoute::builder(&stack, "Health").api_id(api.api_id()).route_key("GET /health").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
    api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
    let health = CfnRoute::builder(&stack, "Health").api_id(api.api_id()).route_key("GET /health");
    health.authorization_type("AWS_IAM").build();
}
