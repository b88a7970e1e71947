//! A bucket names the oldest version of TLS, and takes requests without it.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").minimum_tls_version(1.2).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::builder(&stack, "Bucket").minimum_tls_version(1.2).enforce_ssl(true).build();
}
