//! A user has two policies of the same name.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{Policy, PolicyStatement, User};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::new(&stack, "Reader");
    for id in ["Books", "Music"] {
        let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
        Policy::builder(&stack, id).policy_name("read").user(&reader).statement(statement).build();
    }
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = User::new(&stack, "Reader");
    for id in ["Books", "Music"] {
        let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
        Policy::builder(&stack, id).policy_name(format!("read-{id}")).user(&reader).statement(statement).build();
    }
}
