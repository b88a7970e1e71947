//! The case `iam-large-policy` without the feature flag that merges statements.

pub(super) use super::iam_large_policy::build;
pub(super) use super::iam_minimize_off::context;
