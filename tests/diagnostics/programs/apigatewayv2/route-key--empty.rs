//! A route has an empty key.

use aws_cdk_apigatewayv2::{CfnApi, CfnRoute, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let api = CfnApi::builder(&stack, "Api").name("books").protocol_type("HTTP").build();
    CfnRoute::builder(&stack, "Route").api_id(api.ref_()).route_key("ANY /{proxy+}").build();
}
