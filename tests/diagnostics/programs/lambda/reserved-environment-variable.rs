//! A function has an environment variable that Lambda sets itself.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).environment("AWS_REGION", "eu-west-1").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).environment("BOOKS_REGION", "eu-west-1").build();
}
