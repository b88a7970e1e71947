//! Rules, hooks, attributes that are not known, and resources that refer to each other.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    CfnInclude::builder(&Stack::new(app, "RulesHooks"), "Include")
        .template_file(crate::fixture("include/rules.json"))
        .allow_cyclical_references(true)
        .build();
}
