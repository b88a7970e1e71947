//! A file of an asset is named without its directory.

use aws_cdk_core::{App, Asset, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Asset::new(&stack, "Code", "/no/such/folder/index.js");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Asset::new(&stack, "Code", concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs"));
}
