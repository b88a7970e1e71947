//! The timeout of a function is not of whole seconds.

use aws_cdk_core::{App, Duration, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).timeout(Duration::millis(1500)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).timeout(Duration::seconds(2)).build();
}
