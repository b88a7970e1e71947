//! A function that starts from a snapshot has much storage.

use aws_cdk_core::{Annotations, App, Size, Stack};
use aws_cdk_lambda::{Code, Function, Runtime, SnapStartConf};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = Function::builder(&stack, "Function")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_inline("handler = print"))
        .snap_start(SnapStartConf::OnPublishedVersions)
        .ephemeral_storage_size(Size::gibibytes(1))
        .build();
    Annotations::of(&function).acknowledge("lambda::snap-start-versions");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = Function::builder(&stack, "Function")
        .runtime(Runtime::PYTHON_3_13)
        .handler("index.handler")
        .code(Code::from_inline("handler = print"))
        .snap_start(SnapStartConf::OnPublishedVersions)
        .ephemeral_storage_size(Size::mebibytes(512))
        .build();
    Annotations::of(&function).acknowledge("lambda::snap-start-versions");
}
