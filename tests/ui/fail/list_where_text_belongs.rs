//! A list token where a text belongs.
//!
//! error: is not satisfied

use aws_cdk_cfn_apigatewayv2::CfnApi;
use aws_cdk_core::{App, Aws, Stack};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnApi::builder(&stack, "Api").name(Aws::NOTIFICATION_ARNS).build();
}
