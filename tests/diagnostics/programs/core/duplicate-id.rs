//! Two constructs of one scope have the same id.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    CfnResource::builder(&stack, "OtherQueue", "AWS::SQS::Queue").build();
}
