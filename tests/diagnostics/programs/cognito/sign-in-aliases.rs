//! Users without a name have a second one.

use aws_cdk_cognito::{SignInAliases, UserPool};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").sign_in_aliases(SignInAliases::new().preferred_username(true)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers")
        .sign_in_aliases(SignInAliases::new().username(true).preferred_username(true))
        .build();
}
