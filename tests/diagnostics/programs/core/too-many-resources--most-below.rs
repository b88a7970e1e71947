//! Most of the resources of a stack are below one construct.

use aws_cdk_core::{App, CfnResource, Construct, NestedStack, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = Construct::new(&stack, "Orders");
    for index in 0..501 {
        CfnResource::builder(&orders, format!("Queue{index}"), "AWS::SQS::Queue").build();
    }
    CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = NestedStack::new(&stack, "Orders");
    for index in 0..399 {
        CfnResource::builder(&orders, format!("Queue{index}"), "AWS::SQS::Queue").build();
    }
    CfnResource::builder(&stack, "Topic", "AWS::SNS::Topic").build();
}
