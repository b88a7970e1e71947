//! A function is to permit calls to a canonical user.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_iam::{ArnPrincipal, CanonicalUserPrincipal};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Permission, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let user = CanonicalUserPrincipal::new("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be");
    function(&stack).build().add_permission("User", Permission::new(&user));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let user = ArnPrincipal::new("arn:aws:iam::111111111111:user/reader");
    function(&stack).build().add_permission("User", Permission::new(&user));
}
