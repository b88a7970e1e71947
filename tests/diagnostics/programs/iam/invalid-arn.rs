//! A role is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::Role;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::from_role_arn(&stack, "Reader", "reader");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::from_role_name(&stack, "Reader", "reader");
}
