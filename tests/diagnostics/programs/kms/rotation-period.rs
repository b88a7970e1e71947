//! A key is rotated too often.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_kms::Key;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").rotation_period(Duration::days(89)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").rotation_period(Duration::days(90)).build();
}
