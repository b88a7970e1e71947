//! A function of a template is called with too little.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};
use serde_json::json;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Outputs": { "Name": { "Value": { "Fn::Join": ["-"] } } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let template = json!({ "Outputs": { "Name": { "Value": { "Fn::Join": ["-", ["books", "music"]] } } } });
    CfnInclude::builder(&stack, "Old").template(template).build();
}
