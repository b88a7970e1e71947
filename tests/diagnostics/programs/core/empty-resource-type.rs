//! A resource has no type.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
}
