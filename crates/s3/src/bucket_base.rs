//! Grants on buckets, made here or imported.

use aws_cdk_core::Value;
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};
use aws_cdk_interfaces::s3::IBucket;

/// Grants actions on a bucket and its objects, and on its key.
#[track_caller]
pub(crate) fn grant(
    bucket: &dyn IBucket,
    identity: &dyn IGrantable,
    actions: &[&str],
    arns: Vec<Value<String>>,
    key_actions: &[&str],
) -> Grant {
    let options = GrantOptions::new(identity).actions(actions.iter().copied()).resource_arns(arns);
    let grant = Grant::add_to_principal_or_resource(options, bucket);
    if let Some(key) = bucket.encryption_key().filter(|_| !key_actions.is_empty()) {
        key.grant(identity, key_actions);
    }
    grant
}
