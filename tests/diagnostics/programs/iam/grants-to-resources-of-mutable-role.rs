//! Rights are to be added to resources instead of a role that takes them.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{FromRoleArnOptions, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = FromRoleArnOptions::new().add_grants_to_resources(true);
    Role::from_role_arn_with(&stack, "Reader", "arn:aws:iam::111111111111:role/reader", options);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = FromRoleArnOptions::new().add_grants_to_resources(true).mutable(false);
    Role::from_role_arn_with(&stack, "Reader", "arn:aws:iam::111111111111:role/reader", options);
}
