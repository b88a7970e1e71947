//! The path of a role has no slashes.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).path("books").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).path("/books/").build();
}
