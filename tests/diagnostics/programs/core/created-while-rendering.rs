//! A lazy value makes a construct.

use aws_cdk_core::{App, CfnOutput, CfnResource, Lazy, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let scope = stack.clone();
    let name = Lazy::string(move || CfnResource::builder(&scope, "Queue", "AWS::SQS::Queue").build().ref_());
    CfnOutput::new(&stack, "Name", name);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    CfnOutput::new(&stack, "Name", Lazy::string(move || queue.ref_()));
}
