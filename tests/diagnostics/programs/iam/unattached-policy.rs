//! A policy that must be made is nobody's.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{Policy, PolicyStatement, User};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    Policy::builder(&stack, "Read").force(true).statement(statement).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    Policy::builder(&stack, "Read").force(true).user(&User::new(&stack, "Reader")).statement(statement).build();
}
