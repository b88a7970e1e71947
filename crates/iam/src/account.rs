//! Comparing accounts, which may be known only at deployment.

use aws_cdk_core::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Same,
    Different,
    OneToken,
    BothTokens,
}

pub(crate) fn compare(a: &Value<String>, b: &Value<String>) -> Comparison {
    match (a.as_literal(), b.as_literal()) {
        (None, None) => Comparison::BothTokens,
        (Some(a), Some(b)) if a == b => Comparison::Same,
        (Some(_), Some(_)) => Comparison::Different,
        _ => Comparison::OneToken,
    }
}

/// Whether two accounts are not known to be different.
pub(crate) fn may_be_same(a: &Value<String>, b: &Value<String>) -> bool {
    compare(a, b) != Comparison::Different
}
