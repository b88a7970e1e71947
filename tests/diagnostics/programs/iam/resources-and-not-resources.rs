//! A statement names resources that are meant and others that are exempt.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]).all_resources();
    reader.add_to_policy(statement.not_resources(["arn:aws:s3:::secrets/*"]));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    let statement = PolicyStatement::new().actions(["s3:GetObject"]);
    reader.add_to_policy(statement.not_resources(["arn:aws:s3:::secrets/*"]));
}
