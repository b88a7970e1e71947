//! A website has a page for errors, and no other.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").website_error_document("error.html").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").website_index_document("index.html").website_error_document("error.html").build();
}
