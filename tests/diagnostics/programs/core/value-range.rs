//! A property has a number that is too small.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::CfnFunction;
use aws_cdk_lambda::cfn::cfn_function::CodeProperty;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .memory_size(64)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .memory_size(128)
        .build();
}
