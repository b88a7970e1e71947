//! A resource of a template is to be kept in a way that there is not.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Resources": { "Queue": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Keep" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Resources": { "Queue": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
