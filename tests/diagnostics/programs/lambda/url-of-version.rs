//! A version of a function has a URL.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Alias, Code, Function, FunctionBuilder, FunctionUrl, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let version = function(&stack).build().current_version();
    FunctionUrl::builder(&stack, "Url", &version).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let version = function(&stack).build().current_version();
    let live = Alias::builder(&stack, "Live", "live", &version).build();
    FunctionUrl::builder(&stack, "Url", &live).build();
}
