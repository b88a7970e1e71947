//! The URL of an imported bucket's website is asked for, which is not known.

use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_s3::{Bucket, BucketAttributes, IBucket};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let bucket = Bucket::from_bucket_name(&stack, "Bucket", "books");
    CfnOutput::new(&stack, "Url", bucket.bucket_website_url());
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let bucket = BucketAttributes::of_name("books").bucket_website_url("http://books.example.com");
    let bucket = Bucket::from_bucket_attributes(&stack, "Bucket", bucket);
    CfnOutput::new(&stack, "Url", bucket.bucket_website_url());
}
