//! A role may call a route which everybody may call.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let routes = api.add_routes("/books", HttpUrlIntegration::new("List", "https://books.example.com")).build();
    routes[0].grant_invoke(&reader);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let list = HttpUrlIntegration::new("List", "https://books.example.com");
    let routes = api.add_routes("/books", list).authorizer(HttpIamAuthorizer::new()).build();
    routes[0].grant_invoke(&reader);
}
