//! A user must change a password, and has none.

use aws_cdk_core::{App, SecretValue, Stack};
use aws_cdk_iam::User;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    User::builder(&stack, "Reader").password_reset_required(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    User::builder(&stack, "Reader")
        .password_reset_required(true)
        .password(&SecretValue::ssm_secure("reader", None))
        .build();
}
