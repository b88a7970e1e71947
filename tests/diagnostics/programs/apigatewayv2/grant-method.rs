//! A role may call a route with a method that the route does not take.

use aws_cdk_apigatewayv2::{GrantInvokeOptions, HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let list = HttpUrlIntegration::new("List", "https://books.example.com");
    let routes = api.add_routes("/books", list).methods([HttpMethod::Get]).authorizer(HttpIamAuthorizer::new()).build();
    routes[0].grant_invoke_with(&reader, GrantInvokeOptions::new().http_methods([HttpMethod::Post]));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let list = HttpUrlIntegration::new("List", "https://books.example.com");
    let routes = api.add_routes("/books", list).methods([HttpMethod::Get]).authorizer(HttpIamAuthorizer::new()).build();
    routes[0].grant_invoke_with(&reader, GrantInvokeOptions::new().http_methods([HttpMethod::Get]));
}
