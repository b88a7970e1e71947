//! A construct has an empty id.

use aws_cdk_core::{App, Construct, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Construct::new(&stack, "");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Construct::new(&stack, "Shelf");
}
