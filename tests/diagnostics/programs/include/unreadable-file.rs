//! The file of a template is not there.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnInclude::builder(&stack, "Old").template_file("/no/such/template.yaml").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/queue.yaml");
    CfnInclude::builder(&stack, "Old").template_file(file).build();
}
