//! The precedence of a group is negative.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_group("Members").precedence(-1).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::new(&stack, "Readers").add_group("Members").precedence(0).build();
}
