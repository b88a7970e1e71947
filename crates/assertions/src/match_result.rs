//! The result of holding one value against a matcher.

use serde_json::Value;

use crate::mismatch::{Mismatch, Outcome};
use crate::report;

/// What [`Matcher::test`](crate::Matcher::test) found.
///
/// ```
/// use aws_cdk_assertions::{Match, json, pattern};
///
/// let result = Match::object_like(pattern!({ "DelaySeconds": 6 })).test(Some(&json!({ "DelaySeconds": 5 }))).unwrap();
/// assert_eq!(result.fail_count(), 1);
/// assert_eq!(
///     result.render_mismatch(),
///     "{\n  \"DelaySeconds\": 5\n  ^^^^^^^^^^^^^^^^^ expected 6, found 5\n}"
/// );
/// ```
#[derive(Clone, Debug)]
pub struct MatchResult {
    actual: Option<Value>,
    outcome: Outcome,
}

/// One difference between a value and a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchFailure {
    path: Vec<String>,
    matcher: &'static str,
    message: String,
}

impl MatchResult {
    pub(crate) fn new(actual: Option<&Value>, outcome: Outcome) -> Self {
        Self { actual: actual.cloned(), outcome }
    }

    /// Whether the value matches.
    pub fn is_success(&self) -> bool {
        self.outcome.is_success()
    }

    /// Whether the value does not match.
    pub fn has_failed(&self) -> bool {
        !self.is_success()
    }

    /// The number of differences, those that explain others included.
    pub fn fail_count(&self) -> usize {
        self.outcome.count()
    }

    /// How far the value is from the pattern: what the closest ones are chosen by.
    pub fn fail_cost(&self) -> usize {
        self.outcome.cost()
    }

    /// All differences.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json};
    ///
    /// let result = Match::array_with(["GET", "PUT"]).test(Some(&json!(["GET", "POST"]))).unwrap();
    /// let messages: Vec<String> = result.failures().iter().map(|failure| failure.message().to_owned()).collect();
    /// assert_eq!(messages, [
    ///     "element 2 of the pattern matches nothing; this is the closest",
    ///     "element 1 of the pattern matches here",
    ///     r#"expected "PUT", found "POST""#,
    /// ]);
    /// ```
    pub fn failures(&self) -> Vec<MatchFailure> {
        let mut found = Vec::new();
        if let Some(mismatch) = &self.outcome.mismatch {
            collect(mismatch, &mut Vec::new(), &mut found);
        }
        found
    }

    /// All differences, each in a line.
    pub fn to_human_strings(&self) -> Vec<String> {
        let line = |failure: MatchFailure| {
            let path: String = failure.path.iter().map(|part| format!("/{part}")).collect();
            let place = if path.is_empty() { String::new() } else { format!("at {path}: ") };
            format!("{place}{} ({})", failure.message, failure.matcher)
        };
        self.failures().into_iter().map(line).collect()
    }

    /// The value, with marks where it differs; `matches` if it does not.
    pub fn render_mismatch(&self) -> String {
        match &self.outcome.mismatch {
            Some(mismatch) => report::render(self.actual.as_ref(), mismatch).render(false),
            None => "matches".to_owned(),
        }
    }

    /// Gives captures their values, if the value matches.
    pub fn finished(self) {
        // The differences stay with whoever asked for them before.
        let _ = self.outcome.finish();
    }
}

fn collect(mismatch: &Mismatch, path: &mut Vec<String>, found: &mut Vec<MatchFailure>) {
    for failure in &mismatch.failures {
        let path = path.iter().chain(&failure.at).cloned().collect();
        found.push(MatchFailure { path, matcher: failure.matcher, message: failure.message.clone() });
    }
    for (key, inner) in &mismatch.inner {
        path.push(key.clone());
        collect(inner, path, found);
        path.pop();
    }
}

impl MatchFailure {
    /// The keys and indexes that lead to the place.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// The name of the matcher that found it; literals have that of the matcher around them.
    pub fn matcher(&self) -> &'static str {
        self.matcher
    }

    /// What was expected and what was found.
    pub fn message(&self) -> &str {
        &self.message
    }
}
