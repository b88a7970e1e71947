//! The endpoint of an API is disabled, and its URL written as an output.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").disable_execute_api_endpoint(true).build();
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::builder(&stack, "Api").build();
    CfnOutput::new(&stack, "Url", api.api_endpoint());
}
