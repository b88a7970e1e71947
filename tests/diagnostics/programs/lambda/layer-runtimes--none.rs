//! A layer is for no runtime.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, LayerVersion, Runtime};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let code = Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    LayerVersion::builder(&stack, "Layer", code).compatible_runtimes([]).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let code = Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    LayerVersion::builder(&stack, "Layer", code).compatible_runtimes([Runtime::NODEJS_22_X]).build();
}
