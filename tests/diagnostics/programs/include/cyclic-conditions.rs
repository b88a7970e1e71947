//! Two conditions of a template depend on each other.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Conditions": {
            "Beta": { "Fn::Not": [{ "Condition": "Live" }] },
            "Live": { "Fn::Not": [{ "Condition": "Beta" }] },
        },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Conditions": {
            "Beta": { "Fn::Not": [{ "Condition": "Live" }] },
            "Live": { "Fn::Equals": [{ "Ref": "AWS::Region" }, "eu-west-1"] },
        },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
