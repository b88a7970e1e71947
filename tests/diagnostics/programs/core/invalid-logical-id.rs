//! A logical id has a hyphen.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build().override_logical_id("order-queue");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build().override_logical_id("OrderQueue");
}
