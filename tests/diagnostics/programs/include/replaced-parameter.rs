//! A rule of a template needs a parameter that stands for a value.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Parameters": { "Vpc": { "Type": "AWS::EC2::VPC::Id" } },
        "Rules": { "Tagged": { "Assertions": [
            { "Assert": { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.Name"] }, "main"] } },
        ] } },
    });
    CfnInclude::builder(&stack, "Old").template(template).parameter("Vpc", "vpc-00000001").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Parameters": { "Vpc": { "Type": "AWS::EC2::VPC::Id" } },
        "Rules": { "Tagged": { "Assertions": [
            { "Assert": { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.Name"] }, "main"] } },
        ] } },
    });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
