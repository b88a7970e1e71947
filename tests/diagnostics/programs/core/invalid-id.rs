//! The id of a construct has a NUL character.

use aws_cdk_core::{App, Construct, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Construct::new(&stack, "Shelf\0");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Construct::new(&stack, "Shelf0");
}
