//! Log entries in plain text are to be filtered by their level.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{ApplicationLogLevel, Code, Function, FunctionBuilder, LoggingFormat, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).logging_format(LoggingFormat::Text).application_log_level(ApplicationLogLevel::Warn).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).logging_format(LoggingFormat::Json).application_log_level(ApplicationLogLevel::Warn).build();
}
