//! A nested stack is made below the app.

use aws_cdk_core::{App, NestedStack, Stack};

pub fn wrong(app: &App) {
    NestedStack::new(app, "Orders");
}

pub fn right(app: &App) {
    NestedStack::new(&Stack::new(app, "Books"), "Orders");
}
