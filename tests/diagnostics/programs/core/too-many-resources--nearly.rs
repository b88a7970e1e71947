//! A stack has four fifths of the resources that it can have.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..400 {
        CfnResource::builder(&stack, format!("Queue{index}"), "AWS::SQS::Queue").build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    for index in 0..399 {
        CfnResource::builder(&stack, format!("Queue{index}"), "AWS::SQS::Queue").build();
    }
}
