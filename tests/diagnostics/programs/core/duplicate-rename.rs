//! A logical id is renamed twice.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    stack.rename_logical_id("Queue", "Orders");
    stack.rename_logical_id("Queue", "Letters");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    stack.rename_logical_id("Queue", "Letters");
}
