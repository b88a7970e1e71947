//! A layer has inline code.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, LayerVersion};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    LayerVersion::builder(&stack, "Layer", Code::from_inline("exports.books = [];")).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    LayerVersion::builder(&stack, "Layer", Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))).build();
}
