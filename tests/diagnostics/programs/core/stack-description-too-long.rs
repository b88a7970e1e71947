//! The description of a stack is too long.

use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    Stack::builder(app, "Books").description("b".repeat(1025)).build();
}

pub fn right(app: &App) {
    Stack::builder(app, "Books").description("b".repeat(1024)).build();
}
