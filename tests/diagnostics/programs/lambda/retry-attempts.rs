//! A call is to be tried again three times.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, EventInvokeConfigOptions, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).async_invoke(EventInvokeConfigOptions::new().retry_attempts(3)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).async_invoke(EventInvokeConfigOptions::new().retry_attempts(2)).build();
}
