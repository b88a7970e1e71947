//! A function is to permit calls through TLS only.

use aws_cdk_core::{App, Set, Stack, cfn_json};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Permission, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let secure = cfn_json!({ "Bool": { "aws:SecureTransport": "true" } });
    let events = ServicePrincipal::new("events.amazonaws.com").conditions(secure);
    function(&stack).build().add_permission("Events", Permission::new(&events));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let secure = cfn_json!({ "StringEquals": { "aws:SourceAccount": "111111111111" } });
    let events = ServicePrincipal::new("events.amazonaws.com").conditions(secure);
    function(&stack).build().add_permission("Events", Permission::new(&events));
}
