//! A lazy value changes a construct.

use aws_cdk_core::{App, CfnOutput, CfnResource, Lazy, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    let late = queue.clone();
    let name = Lazy::string(move || {
        late.add_property_override("QueueName", "late");
        "late"
    });
    CfnOutput::new(&stack, "Name", name);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
    queue.add_property_override("QueueName", "late");
    CfnOutput::new(&stack, "Name", Lazy::string(|| "late"));
}
