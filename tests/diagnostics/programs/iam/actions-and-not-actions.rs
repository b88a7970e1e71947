//! A statement names actions that are meant and others that are exempt.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:*"]).not_actions(["s3:DeleteObject"]);
    reader.add_to_policy(statement.all_resources());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().not_actions(["s3:DeleteObject"]);
    reader.add_to_policy(statement.all_resources());
}
