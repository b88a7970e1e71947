//! A function has six layers.

use aws_cdk_core::{App, Set, Stack};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, LayerVersion, Runtime};

fn function(stack: &Stack) -> FunctionBuilder<Set, Set, Set> {
    Function::builder(stack, "Function")
        .runtime(Runtime::NODEJS_22_X)
        .handler("index.handler")
        .code(Code::from_inline("exports.handler = async () => {};"))
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = function(&stack).build();
    for index in 1..=6 {
        let arn = format!("arn:aws:lambda:eu-west-1:111111111111:layer:books:{index}");
        function.add_layer(&LayerVersion::from_layer_version_arn(&stack, format!("Layer{index}"), arn));
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let function = function(&stack).build();
    for index in 1..=5 {
        let arn = format!("arn:aws:lambda:eu-west-1:111111111111:layer:books:{index}");
        function.add_layer(&LayerVersion::from_layer_version_arn(&stack, format!("Layer{index}"), arn));
    }
}
