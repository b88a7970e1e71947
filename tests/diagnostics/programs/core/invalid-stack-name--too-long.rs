//! The name of a stack is too long.

use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    Stack::builder(app, "Books").stack_name("b".repeat(129)).build();
}

pub fn right(app: &App) {
    Stack::builder(app, "Books").stack_name("b".repeat(128)).build();
}
