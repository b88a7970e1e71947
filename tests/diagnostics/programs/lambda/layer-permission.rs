//! A layer is permitted to an account and to an organization.

use aws_cdk_core::{App, Stack};
use aws_cdk_lambda::{Code, ILayerVersion, LayerVersion, LayerVersionPermission};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let code = Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let layer = LayerVersion::builder(&stack, "Layer", code).build();
    layer.add_permission("Ours", LayerVersionPermission::new("222222222222").organization_id("o-1234567890"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let code = Code::from_asset(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let layer = LayerVersion::builder(&stack, "Layer", code).build();
    layer.add_permission("Ours", LayerVersionPermission::new("*").organization_id("o-1234567890"));
}
