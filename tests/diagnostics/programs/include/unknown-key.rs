//! A parameter of a template has a misspelled key.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Parameters": { "Name": { "Type": "String", "Defualt": "books" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Parameters": { "Name": { "Type": "String", "Default": "books" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
