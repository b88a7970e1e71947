//! A domain is neither of Cognito nor one's own.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_domain("Domain").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_domain("Domain").cognito_domain("books").build();
}
