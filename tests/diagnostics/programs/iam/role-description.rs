//! The description of a role is too long.

use aws_cdk_core::{App, Stack};
use aws_cdk_iam::{AccountRootPrincipal, Role};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).description("r".repeat(1001)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Role::builder(&stack, "Reader", AccountRootPrincipal::new()).description("r".repeat(1000)).build();
}
