//! A bucket keeps its own access logs, which a key of KMS encrypts.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::{Bucket, BucketEncryption};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let bucket = Bucket::builder(&stack, "Bucket").encryption(BucketEncryption::KmsManaged);
    bucket.server_access_logs_prefix("logs/").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let bucket = Bucket::builder(&stack, "Bucket").encryption(BucketEncryption::S3Managed);
    bucket.server_access_logs_prefix("logs/").build();
}
