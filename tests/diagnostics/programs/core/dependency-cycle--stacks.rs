//! Two stacks use a value of each other.

use aws_cdk_core::{App, CfnOutput, CfnResource, Stack};

pub fn wrong(app: &App) {
    let (orders, books) = (Stack::new(app, "Orders"), Stack::new(app, "Books"));
    let queue = CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&books, "Topic", "AWS::SNS::Topic").build();
    CfnOutput::new(&orders, "TopicName", topic.ref_());
    CfnOutput::new(&books, "QueueName", queue.ref_());
}

pub fn right(app: &App) {
    let (orders, books) = (Stack::new(app, "Orders"), Stack::new(app, "Books"));
    let queue = CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
    let topic = CfnResource::builder(&books, "Topic", "AWS::SNS::Topic").build();
    CfnOutput::new(&orders, "TopicName", topic.ref_());
    CfnOutput::new(&orders, "QueueName", queue.ref_());
}
