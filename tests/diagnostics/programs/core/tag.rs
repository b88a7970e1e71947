//! The key of a tag starts with what AWS keeps for itself.

use aws_cdk_core::{App, CfnResource, Stack, Tags};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    Tags::of(&stack).add("aws:owner", "team-books");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    Tags::of(&stack).add("owner", "team-books");
}
