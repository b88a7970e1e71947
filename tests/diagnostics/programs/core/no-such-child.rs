//! A construct is searched that is not there.

use aws_cdk_core::{App, CfnResource, IConstruct, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    stack.node().find_child("queue");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    stack.node().find_child("Queue");
}
