//! A trigger gets events of a version that it does not have.

use aws_cdk_cognito::{LambdaVersion, UserPool, UserPoolOperation};
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
    let pool = UserPool::new(&stack, "Readers");
    let check = function(&stack).build();
    pool.add_trigger_of_version(UserPoolOperation::PreSignUp, &check, LambdaVersion::V2_0);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let pool = UserPool::new(&stack, "Readers");
    let check = function(&stack).build();
    pool.add_trigger_of_version(UserPoolOperation::PreSignUp, &check, LambdaVersion::V1_0);
}
