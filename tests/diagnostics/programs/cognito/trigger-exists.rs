//! Two functions are called before users sign up.

use aws_cdk_cognito::{UserPool, UserPoolOperation};
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
    let check = function(&stack).build();
    let pool = UserPool::builder(&stack, "Readers").lambda_trigger(UserPoolOperation::PreSignUp, &check).build();
    pool.add_trigger(UserPoolOperation::PreSignUp, &check);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let check = function(&stack).build();
    let pool = UserPool::builder(&stack, "Readers").lambda_trigger(UserPoolOperation::PreSignUp, &check).build();
    pool.add_trigger(UserPoolOperation::PostConfirmation, &check);
}
