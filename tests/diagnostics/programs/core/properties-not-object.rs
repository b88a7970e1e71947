//! The properties of a resource are a list.

use aws_cdk_core::{App, CfnResource, Stack, cfn_json};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").properties(cfn_json!(["orders"])).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").properties(cfn_json!({ "QueueName": "orders" })).build();
}
