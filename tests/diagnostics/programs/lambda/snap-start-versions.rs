//! A function is to start from a snapshot, which only its versions do.

use aws_cdk_core::{Annotations, App, CfnOutput, Stack};
use aws_cdk_lambda::{Code, Function, IVersion, Runtime, SnapStartConf};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Function::builder(&stack, "Function")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_inline("handler = print"))
        .snap_start(SnapStartConf::OnPublishedVersions)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = Function::builder(&stack, "Function")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_inline("handler = print"))
        .snap_start(SnapStartConf::OnPublishedVersions)
        .build();
    CfnOutput::new(&stack, "Version", function.current_version().version());
    Annotations::of(&function).acknowledge("lambda::snap-start-versions");
}
