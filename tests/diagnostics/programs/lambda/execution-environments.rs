//! A function is to have at least three environments and at most two.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime, Version};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let version = function(&stack).build().current_version();
    Version::builder(&stack, "Warm", &version).min_execution_environments(3).max_execution_environments(2).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = function(&stack).build();
    Version::builder(&stack, "Warm", &function).min_execution_environments(2).max_execution_environments(2).build();
}
