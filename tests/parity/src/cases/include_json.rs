//! A template with everything: all sections, all attributes of resources, all functions in their long forms.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IncludeJson");
    CfnInclude::builder(&stack, "Include").template_file(crate::fixture("include/shop.json")).build();
}
