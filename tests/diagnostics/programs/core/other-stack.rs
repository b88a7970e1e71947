//! A resource is made under a condition of another stack.

use aws_cdk_core::{App, Aws, CfnCondition, CfnResource, Fn, Stack};

pub fn wrong(app: &App) {
    let (orders, books) = (Stack::new(app, "Orders"), Stack::new(app, "Books"));
    let here = CfnCondition::new(&orders, "Here", Fn::condition_equals(Aws::REGION, "eu-west-1"));
    CfnResource::builder(&books, "Queue", "AWS::SQS::Queue").build().cfn_options().set_condition(&here);
}

pub fn right(app: &App) {
    let books = Stack::new(app, "Books");
    let here = CfnCondition::new(&books, "Here", Fn::condition_equals(Aws::REGION, "eu-west-1"));
    CfnResource::builder(&books, "Queue", "AWS::SQS::Queue").build().cfn_options().set_condition(&here);
}
