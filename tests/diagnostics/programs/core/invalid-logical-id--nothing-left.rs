//! The id of a resource has nothing that a logical id can be made of.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "---", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "-q-", "AWS::SQS::Queue").build();
}
