//! A function of Node.js is to start from a snapshot.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime, SnapStartConf};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).snap_start(SnapStartConf::OnPublishedVersions).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).build();
}
