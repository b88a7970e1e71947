//! Tags and nested stacks: which reach the resource of the nested stack, and which what is in it.

use aws_cdk_core::{App, CfnOutput, CfnParameter, Duration, Environment, NestedStack, Stack, Stage, TagProps, Tags};
use aws_cdk_sqs::{IQueue, Queue};

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stage = Stage::builder(app, "Prod").env(env).build();
    let stack = Stack::builder(&stage, "CoreNestedTags").tag("team", "core").build();
    let first = NestedStack::builder(&stack, "First").parameter("Given", "x").timeout(Duration::minutes(5)).build();
    CfnParameter::new(&first, "Given");
    let queue = Queue::new(&first, "Queue");
    let second = NestedStack::new(&stack, "Second");
    Queue::new(&second, "Queue");
    let nested = ["AWS::CloudFormation::Stack"];
    Tags::of(&stage).add_with("stage", "prod", TagProps::new().priority(50));
    Tags::of(&stack).add_with("owner", "me", TagProps::new().exclude_resource_types(nested));
    Tags::of(&stack).add_with("only", "stacks", TagProps::new().include_resource_types(nested));
    Tags::of(&first).add("inside", "first");
    Tags::of(&second).remove("stage");
    CfnOutput::new(&stack, "QueueName", queue.queue_name());
}
