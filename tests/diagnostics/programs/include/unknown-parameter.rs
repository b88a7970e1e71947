//! A value is given for a parameter that the template does not have.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Parameters": { "Stage": { "Type": "String" } },
        "Outputs": { "Stage": { "Value": { "Ref": "Stage" } } },
    });
    CfnInclude::builder(&stack, "Old").template(template).parameter("Stge", "beta").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({
        "Parameters": { "Stage": { "Type": "String" } },
        "Outputs": { "Stage": { "Value": { "Ref": "Stage" } } },
    });
    CfnInclude::builder(&stack, "Old").template(template).parameter("Stage", "beta").build();
}
