//! Everybody may read the objects of a bucket that refuses it.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::{BlockPublicAccess, Bucket};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").public_read_access(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket")
        .public_read_access(true)
        .block_public_access(BlockPublicAccess::BLOCK_ACLS_ONLY)
        .build();
}
