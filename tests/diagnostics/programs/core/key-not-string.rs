//! The key of an object is known only at deployment.

use aws_cdk_core::{App, CfnResource, Object, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let mut owners = Object::new();
    owners.insert_token(queue.ref_(), "team-books");
    CfnResource::builder(&stack, "Custom", "Custom::Owners").property("Owners", owners).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let mut owners = Object::new();
    owners.insert_token(queue.logical_id(), "team-books");
    CfnResource::builder(&stack, "Custom", "Custom::Owners").property("Owners", owners).build();
}
