//! The text of a template ends too soon.

use aws_cdk_cloudformation_include::CfnInclude;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnInclude::builder(&stack, "Old").template("Resources: {Queue: {Type: AWS::SQS::Queue}").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnInclude::builder(&stack, "Old").template("Resources: {Queue: {Type: AWS::SQS::Queue}}").build();
}
