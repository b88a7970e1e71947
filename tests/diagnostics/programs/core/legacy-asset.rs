//! A stack that publishes no assets has one.

use aws_cdk_core::{App, Asset, DefaultStackSynthesizer, Stack, StackSynthesizer};

pub fn wrong(app: &App) {
    let stack = Stack::builder(app, "Books").synthesizer(StackSynthesizer::Legacy).build();
    Asset::new(&stack, "Code", concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
}

pub fn right(app: &App) {
    let stack = Stack::builder(app, "Books").synthesizer(DefaultStackSynthesizer::new()).build();
    Asset::new(&stack, "Code", concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
}
