//! A resource of a template has no type.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Resources": { "Queue": { "Properties": { "QueueName": "orders" } } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template =
        json!({ "Resources": { "Queue": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "orders" } } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
