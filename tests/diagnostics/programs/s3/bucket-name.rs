//! The name of a bucket has an upper case letter.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").bucket_name("Books").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").bucket_name("books").build();
}
