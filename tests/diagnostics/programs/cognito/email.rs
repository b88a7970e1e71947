//! Emails are set up twice.

use aws_cdk_cognito::{EmailSettings, UserPool, UserPoolEmail};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers")
        .email(UserPoolEmail::with_cognito(None))
        .email_settings(EmailSettings::new().from("login@example.com"))
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").email_settings(EmailSettings::new().from("login@example.com")).build();
}
