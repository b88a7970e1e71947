//! Two resources of a template refer to each other.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Resources": {
            "Queue": { "Type": "AWS::SQS::Queue", "DependsOn": "Topic" },
            "Topic": {
                "Type": "AWS::SNS::Topic",
                "Properties": { "TopicName": { "Fn::GetAtt": ["Queue", "QueueName"] } },
            },
        },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Resources": {
            "Queue": { "Type": "AWS::SQS::Queue" },
            "Topic": {
                "Type": "AWS::SNS::Topic",
                "Properties": { "TopicName": { "Fn::GetAtt": ["Queue", "QueueName"] } },
            },
        },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
