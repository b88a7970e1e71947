//! A queue for calls that failed is given and switched off.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};
use aws_cdk_sqs::Queue;

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = Queue::new(&stack, "Failed");
    function(&stack).dead_letter_queue(&queue).dead_letter_queue_enabled(false).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = Queue::new(&stack, "Failed");
    function(&stack).dead_letter_queue(&queue).dead_letter_queue_enabled(true).build();
}
