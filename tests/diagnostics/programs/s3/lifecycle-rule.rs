//! A rule does nothing with objects.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_s3::{Bucket, LifecycleRule};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::new(&stack, "Bucket").add_lifecycle_rule(LifecycleRule::new().prefix("drafts/"));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Bucket::new(&stack, "Bucket")
        .add_lifecycle_rule(LifecycleRule::new().prefix("drafts/").expiration(Duration::days(30)));
}
