//! A template refers to a resource that it does not have.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Outputs": { "Name": { "Value": { "Ref": "queue" } } },
        "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Outputs": { "Name": { "Value": { "Ref": "Queue" } } },
        "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
