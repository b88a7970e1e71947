//! A function without code.
//!
//! error: required property `aws_cdk_lambda::required::Code` is not set

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Function, Runtime};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    Function::builder(&stack, "Function").runtime(Runtime::NODEJS_22_X).handler("index.handler").build();
}
