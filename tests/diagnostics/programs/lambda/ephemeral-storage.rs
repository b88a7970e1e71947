//! A function has less storage than every function has.

use aws_cdk_core::{App, Set, Size, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).ephemeral_storage_size(Size::mebibytes(511)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).ephemeral_storage_size(Size::mebibytes(512)).build();
}
