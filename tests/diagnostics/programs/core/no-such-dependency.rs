//! A dependency is replaced that is not there.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
    let newer = CfnResource::builder(&stack, "NewTopic", "AWS::SNS::Topic").build();
    queue.replace_dependency(&topic, &newer);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
    let newer = CfnResource::builder(&stack, "NewTopic", "AWS::SNS::Topic").build();
    queue.add_dependency(&topic);
    queue.replace_dependency(&topic, &newer);
}
