//! A property has a value that is not among its values.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::CfnFunction;
use aws_cdk_lambda::cfn::cfn_function::CodeProperty;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .runtime("nodejs99.x")
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .runtime("nodejs22.x")
        .build();
}
