//! A resource waits for one of another app.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let theirs = App::new();
    let topic = CfnResource::builder(&Stack::new(&theirs, "Theirs"), "Topic", "AWS::SNS::Topic").build();
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build().add_dependency(&topic);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let topic = CfnResource::builder(&Stack::new(app, "Theirs"), "Topic", "AWS::SNS::Topic").build();
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build().add_dependency(&topic);
}
