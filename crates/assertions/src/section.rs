//! Holding each entry of a part of a template against a pattern.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::error::AssertionError;
use crate::evaluate;
use crate::matcher::{Matcher, MatcherKind};
use crate::mismatch::{Mismatch, Outcome};
use crate::pattern::{Kind, Pattern};
use crate::report::{self, counted};
use crate::style::Style;

/// So many of the closest entries are shown.
const SHOWN: usize = 3;

/// The entries of a section, by logical id.
pub(crate) type Entries<'a> = Vec<(&'a str, Cow<'a, Value>)>;

/// Which entries match.
pub(crate) struct Matched<'a> {
    pub(crate) matches: Entries<'a>,
    pub(crate) mismatches: Vec<(&'a str, Cow<'a, Value>, Mismatch)>,
}

/// A pattern for an entry: an object literal is taken as by `object_like`.
pub(crate) fn entry_matcher(pattern: impl Into<Pattern>) -> Matcher {
    let pattern = pattern.into();
    match pattern.kind {
        Kind::Matcher(matcher) => *matcher,
        Kind::Object(_) => MatcherKind::ObjectLike(pattern).into(),
        _ => MatcherKind::Exact(pattern).into(),
    }
}

/// Holds all entries against a matcher; captures keep what they found in those that match.
pub(crate) fn match_entries<'a>(entries: Entries<'a>, matcher: &Matcher) -> Result<Matched<'a>, AssertionError> {
    let mut matched = Matched { matches: Vec::new(), mismatches: Vec::new() };
    for (id, entry) in entries {
        let outcome: Outcome = evaluate::matcher(matcher, Some(&entry))?;
        match outcome.finish() {
            Ok(()) => matched.matches.push((id, entry)),
            Err(mismatch) => matched.mismatches.push((id, entry, *mismatch)),
        }
    }
    Ok(matched)
}

impl Matched<'_> {
    pub(crate) fn len(&self) -> usize {
        self.matches.len() + self.mismatches.len()
    }

    pub(crate) fn into_map(self) -> Map<String, Value> {
        self.matches.into_iter().map(|(id, entry)| (id.to_owned(), entry.into_owned())).collect()
    }

    /// Fails if no entry matches; `what` names one of them, such as `output`, and `which` tells them from others.
    pub(crate) fn require_one(mut self, what: &str, which: &str) -> Result<Self, AssertionError> {
        if !self.matches.is_empty() {
            return Ok(self);
        }
        if self.mismatches.is_empty() {
            return Err(AssertionError::heading(format!("there is no {what} {which}")));
        }
        let all = match self.len() {
            1 => format!("the {what} {which} is not as expected"),
            count => format!("none of the {count} {what}s {which} is as expected"),
        };
        self.mismatches.sort_by(|(one, _, first), (other, _, second)| (first.cost, one).cmp(&(second.cost, other)));
        let mut error = AssertionError::heading(match self.len() {
            1..=SHOWN => format!("{all}:"),
            _ => format!("{all}; the {SHOWN} closest:"),
        });
        for (id, entry, mismatch) in self.mismatches.iter().take(SHOWN) {
            let text = error.text_mut();
            text.push(Style::Plain, "\n");
            text.line(Style::Strong, format!("{id} ({})", counted(mismatch.differences(), "difference")));
            text.indented(&report::render(Some(entry), mismatch), 2);
        }
        Err(error)
    }

    /// Fails if any entry does not match.
    pub(crate) fn require_all(self, what: &str, which: &str) -> Result<(), AssertionError> {
        let (matching, all) = (self.matches.len(), self.len());
        if matching == all || matching == 0 {
            return self.require_one(what, which).map(|_| ());
        }
        let mut error = AssertionError::heading(format!(
            "of the {all} {what}s {which} only {matching} {} as expected; these are not:",
            if matching == 1 { "is" } else { "are" }
        ));
        for (id, entry, mismatch) in &self.mismatches {
            let text = error.text_mut();
            text.push(Style::Plain, "\n");
            text.line(Style::Strong, format!("{id} ({})", counted(mismatch.differences(), "difference")));
            text.indented(&report::render(Some(entry), mismatch), 2);
        }
        Err(error)
    }
}
