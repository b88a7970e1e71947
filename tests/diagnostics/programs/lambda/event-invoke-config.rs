//! It is said twice what happens to calls for which nobody waits.

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
    let options = EventInvokeConfigOptions::new().retry_attempts(1);
    let function = function(&stack).async_invoke(options.clone()).build();
    function.configure_async_invoke(options);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = EventInvokeConfigOptions::new().retry_attempts(1);
    let function = function(&stack).build();
    function.configure_async_invoke(options);
}
