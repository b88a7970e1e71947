//! Buckets of an older project: the feature flags of S3 are off.

use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{App, Stack};
use aws_cdk_s3::{BlockPublicAccess, Bucket, ObjectOwnership};
use serde_json::Value;

pub(super) fn context() -> Vec<(&'static str, Value)> {
    let off = [flags::S3_PUBLIC_ACCESS_BLOCKED_BY_DEFAULT, flags::S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY];
    off.into_iter().map(|flag| (flag, false.into())).collect()
}

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "BucketFlagsOff");
    let logs = Bucket::builder(&stack, "Logs").object_ownership(ObjectOwnership::BucketOwnerPreferred).build();
    Bucket::builder(&stack, "Bucket")
        .server_access_logs_bucket(&logs)
        .block_public_access(BlockPublicAccess::new().block_public_policy(false))
        .build();
    Bucket::builder(&stack, "Self")
        .server_access_logs_prefix("self")
        .block_public_access(BlockPublicAccess::BLOCK_ACLS)
        .build();
}
