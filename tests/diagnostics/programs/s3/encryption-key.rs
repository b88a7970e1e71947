//! A bucket has a key, and an encryption that takes none.

use aws_cdk_core::{App, Stack};
use aws_cdk_kms::Key;
use aws_cdk_s3::{Bucket, BucketEncryption};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Bucket::builder(&stack, "Bucket").encryption(BucketEncryption::S3Managed).encryption_key(&key).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let key = Key::new(&stack, "Key");
    Bucket::builder(&stack, "Bucket").encryption(BucketEncryption::Kms).encryption_key(&key).build();
}
