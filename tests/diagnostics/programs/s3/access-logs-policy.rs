//! Access logs go to an imported bucket.

use aws_cdk_core::{App, Stack};
use aws_cdk_s3::Bucket;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = Bucket::from_bucket_name(&stack, "Logs", "access-logs");
    Bucket::builder(&stack, "Bucket").server_access_logs_bucket(&logs).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = Bucket::new(&stack, "Logs");
    Bucket::builder(&stack, "Bucket").server_access_logs_bucket(&logs).build();
}
