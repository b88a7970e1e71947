//! A function has a layer for another runtime.

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
    let arn = "arn:aws:lambda:eu-west-1:111111111111:layer:books:1";
    let layer = LayerVersion::from_layer_version_attributes(&stack, "Layer", arn, Some(vec![Runtime::PYTHON_3_13]));
    function(&stack).layer(&layer).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let arn = "arn:aws:lambda:eu-west-1:111111111111:layer:books:1";
    let layer = LayerVersion::from_layer_version_attributes(&stack, "Layer", arn, Some(vec![Runtime::NODEJS_22_X]));
    function(&stack).layer(&layer).build();
}
