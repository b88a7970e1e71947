//! A batch is waited for longer than Lambda does.

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
    function(&stack)
        .build()
        .add_event_source_mapping("Orders")
        .event_source_arn("arn:aws:sqs:eu-west-1:111111111111:orders")
        .max_batching_window(Duration::minutes(6))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack)
        .build()
        .add_event_source_mapping("Orders")
        .event_source_arn("arn:aws:sqs:eu-west-1:111111111111:orders")
        .max_batching_window(Duration::minutes(5))
        .build();
}
