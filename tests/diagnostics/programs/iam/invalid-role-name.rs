//! The name of a role has a space.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).role_name("the reader").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).role_name("the-reader").build();
}
