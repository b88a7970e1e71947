//! A key is imported by its id.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::Key;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::from_key_arn(&stack, "Key", "1234abcd-12ab-34cd-56ef-1234567890ab");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::from_key_arn(&stack, "Key", "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab");
}
