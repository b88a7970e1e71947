//! The directory of an asset is not there.

use aws_cdk_core::{App, Asset, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sources");
    Asset::new(&stack, "Code", folder);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    Asset::new(&stack, "Code", folder);
}
