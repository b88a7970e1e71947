//! An output of a template has no value.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Outputs": { "Name": { "Description": "the name" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Outputs": { "Name": { "Description": "the name", "Value": "books" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
