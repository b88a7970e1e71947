//! The same template twice in one stack, with logical ids made of construct paths.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "Twice");
    for id in ["First", "Second"] {
        CfnInclude::builder(&stack, id)
            .template_file(crate::fixture("include/service.yaml"))
            .preserve_logical_ids(false)
            .build();
    }
}
