//! An alias is to keep no environments ready.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Alias, Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let version = function(&stack).build().current_version();
    Alias::builder(&stack, "Live", "live", &version).provisioned_concurrent_executions(0).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let version = function(&stack).build().current_version();
    Alias::builder(&stack, "Live", "live", &version).provisioned_concurrent_executions(1).build();
}
