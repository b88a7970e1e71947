//! An alias has a name that AWS keeps for itself.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::{Alias, Key};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Alias::builder(&stack, "Alias", "alias/aws/books", &key).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Alias::builder(&stack, "Alias", "alias/books", &key).build();
}
