//! Emails are sent from another domain than the verified one.

use aws_cdk_cognito::{UserPool, UserPoolEmail, UserPoolSesOptions};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = UserPoolSesOptions::new("login@example.com").ses_region("eu-west-1");
    let email = UserPoolEmail::with_ses(options.ses_verified_domain("example.org"));
    UserPool::builder(&stack, "Readers").email(email).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let options = UserPoolSesOptions::new("login@example.com").ses_region("eu-west-1");
    let email = UserPoolEmail::with_ses(options.ses_verified_domain("example.com"));
    UserPool::builder(&stack, "Readers").email(email).build();
}
