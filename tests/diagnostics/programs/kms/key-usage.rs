//! A key that encrypts is to sign.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::{Key, KeySpec, KeyUsage};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").key_spec(KeySpec::SymmetricDefault).key_usage(KeyUsage::SignVerify).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").key_spec(KeySpec::Rsa2048).key_usage(KeyUsage::SignVerify).build();
}
