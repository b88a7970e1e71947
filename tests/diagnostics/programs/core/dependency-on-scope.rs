//! A resource waits for the stack that it is in.

use aws_cdk_core::{App, CfnResource, IConstruct, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    queue.node().add_dependency(&stack);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
    queue.node().add_dependency(&topic);
}
