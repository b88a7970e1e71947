//! The ARN of a role is given for that of a user.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::User;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    User::from_user_arn(&stack, "Reader", "arn:aws:iam::111111111111:role/reader");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    User::from_user_arn(&stack, "Reader", "arn:aws:iam::111111111111:user/reader");
}
