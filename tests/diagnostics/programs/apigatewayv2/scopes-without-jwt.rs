//! A route with a Lambda authorizer has scopes.

use aws_cdk_apigatewayv2::{CfnApi, CfnRoute, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let route = CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("GET /books");
    route.authorization_type("CUSTOM").authorizer_id("abc123").authorization_scopes(["books:read"]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let route = CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("GET /books");
    route.authorization_type("JWT").authorizer_id("abc123").authorization_scopes(["books:read"]).build();
}
