//! Functions of two stacks share their code.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, Function, Runtime};

pub fn wrong(app: &App) {
    let code = Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    for id in ["Books", "Music"] {
        let stack = Stack::new(app, id);
        Function::builder(&stack, "Function")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(code.clone())
            .build();
    }
}

pub fn right(app: &App) {
    for id in ["Books", "Music"] {
        let stack = Stack::new(app, id);
        Function::builder(&stack, "Function")
            .runtime(Runtime::NODEJS_22_X)
            .handler("index.handler")
            .code(Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
            .build();
    }
}
