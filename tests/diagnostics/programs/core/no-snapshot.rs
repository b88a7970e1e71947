//! A snapshot is to be taken of a queue.

use aws_cdk_core::{App, CfnResource, RemovalPolicy, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    queue.apply_removal_policy(RemovalPolicy::Snapshot);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    queue.apply_removal_policy(RemovalPolicy::Retain);
}
