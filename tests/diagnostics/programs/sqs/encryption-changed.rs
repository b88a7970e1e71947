//! A queue has a key, and is not to be encrypted.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::Key;
use aws_cdk_sqs::{Queue, QueueEncryption};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Queue::builder(&stack, "Orders").encryption(QueueEncryption::Unencrypted).encryption_master_key(&key).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Queue::builder(&stack, "Orders").encryption(QueueEncryption::Kms).encryption_master_key(&key).build();
}
