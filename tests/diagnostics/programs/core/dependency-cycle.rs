//! Two resources wait for each other.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
    queue.add_dependency(&topic);
    topic.add_dependency(&queue);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
    queue.add_dependency(&topic);
}
