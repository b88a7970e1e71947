//! Emails are sent from an address that mail servers do not understand.

use aws_cdk_cognito::{UserPool, UserPoolEmail};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let email = UserPoolEmail::with_cognito(Some("джумла@example.com"));
    UserPool::builder(&stack, "Readers").email(email).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let email = UserPoolEmail::with_cognito(Some("login@example.com"));
    UserPool::builder(&stack, "Readers").email(email).build();
}
