//! A function sends codes, which it cannot decrypt.

use aws_cdk_cognito::{UserPool, UserPoolOperation};
use aws_cdk_core::{App, Set, Stack};
use aws_cdk_kms::Key;
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let send = function(&stack).build();
    UserPool::new(&stack, "Readers").add_trigger(UserPoolOperation::CustomSmsSender, &send);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let (send, key) = (function(&stack).build(), Key::new(&stack, "Key"));
    let pool = UserPool::builder(&stack, "Readers").custom_sender_kms_key(&key).build();
    pool.add_trigger(UserPoolOperation::CustomSmsSender, &send);
}
