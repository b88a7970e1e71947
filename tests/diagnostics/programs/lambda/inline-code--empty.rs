//! Inline code is empty.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::builder(&stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline(""))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::builder(&stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
        .build();
}
