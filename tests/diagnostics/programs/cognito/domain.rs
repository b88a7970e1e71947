//! A domain of Cognito has an upper case letter.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_domain("Domain").cognito_domain("Books").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_domain("Domain").cognito_domain("books").build();
}
