//! A managed policy has no statements.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{ManagedPolicy, PolicyStatement};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    ManagedPolicy::builder(&stack, "Read").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    ManagedPolicy::builder(&stack, "Read")
        .statement(PolicyStatement::new().actions(["s3:GetObject"]).all_resources())
        .build();
}
