//! The domain that passkeys are for is too long.

use aws_cdk_cognito::UserPool;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").passkey_relying_party_id("b".repeat(64)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    UserPool::builder(&stack, "Readers").passkey_relying_party_id("b".repeat(63)).build();
}
