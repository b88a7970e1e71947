//! A resource is made below the app.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    CfnResource::builder(app, "Queue", "AWS::SQS::Queue").build();
}

pub fn right(app: &App) {
    CfnResource::builder(&Stack::new(app, "Books"), "Queue", "AWS::SQS::Queue").build();
}
