//! A route has more scopes than API Gateway takes.

use aws_cdk_apigatewayv2::{CfnApi, CfnRoute, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let scopes: Vec<String> = (0..11).map(|number| format!("books:{number}")).collect();
    let route = CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("GET /books");
    route.authorization_type("JWT").authorizer_id("abc123").authorization_scopes(scopes).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    let scopes: Vec<String> = (0..10).map(|number| format!("books:{number}")).collect();
    let route = CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("GET /books");
    route.authorization_type("JWT").authorizer_id("abc123").authorization_scopes(scopes).build();
}
