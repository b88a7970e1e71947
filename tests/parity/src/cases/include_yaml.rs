//! YAML with short forms, in a stack with a description and metadata of its own.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::builder(app, "IncludeYaml").description("The stack").build();
    stack.add_transform("Own");
    CfnInclude::builder(&stack, "Include").template_file(crate::fixture("include/service.yaml")).build();
}
