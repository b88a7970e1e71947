//! A bucket has an access control list, and its ownership forbids them.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::{Bucket, BucketAccessControl, ObjectOwnership};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket")
        .access_control(BucketAccessControl::PublicRead)
        .object_ownership(ObjectOwnership::BucketOwnerEnforced)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket")
        .access_control(BucketAccessControl::PublicRead)
        .object_ownership(ObjectOwnership::ObjectWriter)
        .build();
}
