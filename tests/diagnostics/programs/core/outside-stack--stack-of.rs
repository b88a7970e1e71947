//! The stack of the app is asked for.

use aws_cdk_core::{App, IConstruct, Stack};

pub fn wrong(app: &App) {
    Stack::new(app, "Books");
    Stack::of(app).add_transform("AWS::Serverless-2016-10-31");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Stack::of(stack.node()).add_transform("AWS::Serverless-2016-10-31");
}
