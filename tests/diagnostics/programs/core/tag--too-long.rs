//! The value of a tag is too long.

use aws_cdk_core::{App, CfnResource, Stack, Tags};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    Tags::of(&stack).add("owner", "o".repeat(257));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    Tags::of(&stack).add("owner", "o".repeat(256));
}
