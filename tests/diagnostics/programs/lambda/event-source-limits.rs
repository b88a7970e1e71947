//! A stream is read in more parts than Lambda does.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime, StartingPosition};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let stream = "arn:aws:kinesis:eu-west-1:111111111111:stream/orders";
    function(&stack)
        .build()
        .add_event_source_mapping("Orders")
        .event_source_arn(stream)
        .starting_position(StartingPosition::Latest)
        .parallelization_factor(11)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let stream = "arn:aws:kinesis:eu-west-1:111111111111:stream/orders";
    function(&stack)
        .build()
        .add_event_source_mapping("Orders")
        .event_source_arn(stream)
        .starting_position(StartingPosition::Latest)
        .parallelization_factor(10)
        .build();
}
