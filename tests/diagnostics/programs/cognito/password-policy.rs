//! Passwords are shorter than Cognito takes them.

use aws_cdk_cognito::{PasswordPolicy, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").password_policy(PasswordPolicy::new().min_length(5)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").password_policy(PasswordPolicy::new().min_length(6)).build();
}
