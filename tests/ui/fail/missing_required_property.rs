//! A required property is not set: the error names it.
//!
//! error: required property `RouteKey` is not set

use aws_cdk_cfn_apigatewayv2::CfnRoute;
use aws_cdk_core::{App, Stack};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnRoute::builder(&stack, "Route").api_id("api").build();
}
