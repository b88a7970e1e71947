//! Objects are deleted after a day and a half.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_s3::{Bucket, LifecycleRule};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::new(&stack, "Bucket").add_lifecycle_rule(LifecycleRule::new().expiration(Duration::hours(36)));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::new(&stack, "Bucket").add_lifecycle_rule(LifecycleRule::new().expiration(Duration::hours(48)));
}
