//! A statement names no actions.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, PolicyStatement, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.add_to_policy(PolicyStatement::new().all_resources());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let reader = Role::builder(&stack, "Reader", AccountRootPrincipal::new()).build();
    reader.add_to_policy(PolicyStatement::new().actions(["s3:GetObject"]).all_resources());
}
