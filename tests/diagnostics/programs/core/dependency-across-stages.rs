//! A resource of one stage waits for one of another stage.

use aws_cdk_core::{App, CfnResource, Stack, Stage};

pub fn wrong(app: &App) {
    let beta = Stack::new(&Stage::new(app, "Beta"), "Books");
    let live = Stack::new(&Stage::new(app, "Live"), "Books");
    let queue = CfnResource::builder(&beta, "Queue", "AWS::SQS::Queue").build();
    CfnResource::builder(&live, "Topic", "AWS::SNS::Topic").build().add_dependency(&queue);
}

pub fn right(app: &App) {
    let live = Stage::new(app, "Live");
    let (first, second) = (Stack::new(&live, "First"), Stack::new(&live, "Second"));
    let queue = CfnResource::builder(&first, "Queue", "AWS::SQS::Queue").build();
    CfnResource::builder(&second, "Topic", "AWS::SNS::Topic").build().add_dependency(&queue);
}
