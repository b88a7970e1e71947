//! The name of a stack starts with a digit.

use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    Stack::new(app, "2ndStack");
}

pub fn right(app: &App) {
    Stack::new(app, "Second2");
}
