//! Browsers are to remember the rules of a function's URL for two days.

use aws_cdk_core::{App, Duration, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, FunctionUrlCorsOptions, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = FunctionUrlCorsOptions::new().allowed_origins(["https://example.com"]).max_age(Duration::days(2));
    function(&stack).build().add_function_url().cors(cors).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let cors = FunctionUrlCorsOptions::new().allowed_origins(["https://example.com"]).max_age(Duration::days(1));
    function(&stack).build().add_function_url().cors(cors).build();
}
