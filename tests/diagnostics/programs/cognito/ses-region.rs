//! The region of SES is not known.

use aws_cdk_cognito::{UserPool, UserPoolEmail, UserPoolSesOptions};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let email = UserPoolEmail::with_ses(UserPoolSesOptions::new("login@example.com"));
    UserPool::builder(&stack, "Readers").email(email).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let email = UserPoolEmail::with_ses(UserPoolSesOptions::new("login@example.com").ses_region("eu-west-1"));
    UserPool::builder(&stack, "Readers").email(email).build();
}
