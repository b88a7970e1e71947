//! The subnets of a function are chosen, and its VPC is not.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_ec2::SubnetSelection;
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).vpc_subnets(SubnetSelection::new()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    function(&stack).build();
}
