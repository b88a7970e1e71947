//! Resources in the form of their types: order and types of properties, also nested ones; tags of each shape; what types
//! do not name.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack, TagProps, Tags};

pub(super) fn build(app: &App) {
    let template = crate::fixture("include/types.json");
    CfnInclude::builder(&Stack::new(app, "Plain"), "Include").template_file(&template).build();

    let stack = Stack::new(app, "Tagged");
    let include = CfnInclude::builder(&stack, "Include").template_file(&template).build();
    Tags::of(&include).add("team", "books");
    Tags::of(&include).add("Alpha", "given");
    Tags::of(&stack).remove_with("zone", TagProps::new().priority(300));
}
