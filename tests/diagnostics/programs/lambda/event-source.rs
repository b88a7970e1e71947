//! A mapping has no source of events.

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
    function(&stack).build().add_event_source_mapping("Orders").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack)
        .build()
        .add_event_source_mapping("Orders")
        .event_source_arn("arn:aws:sqs:eu-west-1:111111111111:orders")
        .build();
}
