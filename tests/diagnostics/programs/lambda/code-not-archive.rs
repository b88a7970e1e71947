//! The code of a function is a single file.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::builder(&stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::builder(&stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
        .build();
}
