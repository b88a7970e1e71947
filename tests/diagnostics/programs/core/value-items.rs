//! A property has more items than it may have.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::CfnFunction;
use aws_cdk_lambda::cfn::cfn_function::CodeProperty;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .architectures(["arm64", "x86_64"])
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnFunction::builder(&stack, "Function")
        .code(CodeProperty::new().zip_file("exports.handler = async () => {};"))
        .role("arn:aws:iam::111111111111:role/lambda-role")
        .architectures(["arm64"])
        .build();
}
