//! The path of an ARN starts without a slash.

use aws_cdk_apigatewayv2::HttpApi;
use aws_cdk_core::{App, CfnOutput, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    CfnOutput::new(&stack, "Arn", api.arn_for_execute_api(Some("GET"), Some("books"), None));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let api = HttpApi::new(&stack, "Api");
    CfnOutput::new(&stack, "Arn", api.arn_for_execute_api(Some("GET"), Some("/books"), None));
}
