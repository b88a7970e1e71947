//! A nested stack may take a minute and a half.

use aws_cdk_core::{App, CfnResource, Duration, NestedStack, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = NestedStack::builder(&stack, "Orders").timeout(Duration::seconds(90)).build();
    CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = NestedStack::builder(&stack, "Orders").timeout(Duration::seconds(120)).build();
    CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
}
