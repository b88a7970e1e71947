//! An asymmetric key is to be rotated.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::{Key, KeySpec, KeyUsage};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key")
        .key_spec(KeySpec::Rsa2048)
        .key_usage(KeyUsage::SignVerify)
        .enable_key_rotation(true)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Key::builder(&stack, "Key").key_spec(KeySpec::Rsa2048).key_usage(KeyUsage::SignVerify).build();
}
