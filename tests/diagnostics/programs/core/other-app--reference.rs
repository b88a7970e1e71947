//! A value of an app that is no more is written into the template.

use aws_cdk_core::{App, CfnOutput, CfnResource, Stack, Token};

fn topic_name() -> Token<String> {
    let theirs = App::new();
    CfnResource::builder(&Stack::new(&theirs, "Theirs"), "Topic", "AWS::SNS::Topic").build().ref_()
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CfnOutput::new(&stack, "Name", topic_name());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let _ = topic_name();
    CfnOutput::new(&stack, "Name", "theirs");
}
