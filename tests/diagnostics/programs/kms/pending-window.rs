//! A key is deleted too soon.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_kms::Key;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").pending_window(Duration::days(6)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").pending_window(Duration::days(7)).build();
}
