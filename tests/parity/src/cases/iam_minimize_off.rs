//! The case `iam-merging` without the feature flag: statements stay as they are, repeated ones aside.

pub(super) use super::iam_merging::build;

pub(super) fn context() -> Vec<(&'static str, serde_json::Value)> {
    vec![("@aws-cdk/aws-iam:minimizePolicies", serde_json::Value::Null)]
}
