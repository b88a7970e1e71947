//! A bucket without encryption has a bucket key.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::{Bucket, BucketEncryption};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").bucket_key_enabled(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").encryption(BucketEncryption::Kms).bucket_key_enabled(true).build();
}
