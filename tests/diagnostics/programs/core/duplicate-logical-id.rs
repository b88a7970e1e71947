//! Two resources are given the same logical id.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Orders", "AWS::SQS::Queue").build().override_logical_id("Queue");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Orders", "AWS::SQS::Queue").build().override_logical_id("OrderQueue");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
}
