//! A stack exports a value of another stack.

use aws_cdk_core::{App, CfnResource, Stack};

pub fn wrong(app: &App) {
    let (orders, books) = (Stack::new(app, "Orders"), Stack::new(app, "Books"));
    CfnResource::builder(&books, "Topic", "AWS::SNS::Topic").build();
    let queue = CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
    books.export_value(queue.ref_());
}

pub fn right(app: &App) {
    let (orders, books) = (Stack::new(app, "Orders"), Stack::new(app, "Books"));
    CfnResource::builder(&books, "Topic", "AWS::SNS::Topic").build();
    let queue = CfnResource::builder(&orders, "Queue", "AWS::SQS::Queue").build();
    orders.export_value(queue.ref_());
}
