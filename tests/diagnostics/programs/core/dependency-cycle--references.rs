//! Two resources refer to each other.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").property("TopicName", queue.ref_()).build();
    queue.add_property_override("QueueName", topic.ref_());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").property("TopicName", queue.ref_()).build();
    queue.add_property_override("QueueName", "books");
}
