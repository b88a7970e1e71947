//! A bucket is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::from_bucket_arn(&stack, "Bucket", "books");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::from_bucket_name(&stack, "Bucket", "books");
}
