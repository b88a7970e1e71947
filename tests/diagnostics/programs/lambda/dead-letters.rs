//! Calls that failed go to a queue and to a topic.

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
    function(&stack).dead_letter_queue(&queue).dead_letter_topic("arn:aws:sns:eu-west-1:111111111111:failed").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = Queue::new(&stack, "Failed");
    function(&stack).dead_letter_queue(&queue).build();
}
