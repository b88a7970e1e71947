//! The id of a construct has a slash.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "orders/new", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "orders--new", "AWS::SQS::Queue").build();
}
