//! The versions of an alias take more than all calls.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Alias, Code, Function, FunctionBuilder, Runtime, Version};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = function(&stack).build();
    let version = function.current_version();
    let older = Version::from_version_attributes(&stack, "Older", "1", &function);
    Alias::builder(&stack, "Live", "live", &version).additional_version(&older, 1.1).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = function(&stack).build();
    let version = function.current_version();
    let older = Version::from_version_attributes(&stack, "Older", "1", &function);
    Alias::builder(&stack, "Live", "live", &version).additional_version(&older, 0.1).build();
}
