//! A property that the resource type does not have.
//!
//! error: no method named `colour` found for struct `CfnApiBuilder`

use aws_cdk_cfn_apigatewayv2::CfnApi;
use aws_cdk_core::{App, Stack};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    CfnApi::builder(&stack, "Api").colour("blue").build();
}
