//! Holding a value against a pattern. The rules are those of the CDK's module; tests/recorded has them as cases.

use indexmap::IndexMap;
use serde_json::{Number, Value};

use aws_cdk_core::testing::regexp_matches;

use crate::difference;
use crate::error::{AssertionError, usage_error};
use crate::matcher::{Matcher, MatcherKind};
use crate::mismatch::{Comparison, Outcome};
use crate::pattern::{Kind, Pattern};
use crate::report::{brief, counted, shorten};

type Verdict = Result<Outcome, AssertionError>;

/// How literals inside a matcher are taken.
#[derive(Clone, Copy)]
struct Literals {
    /// The matcher's name, which its literals report as theirs.
    matcher: &'static str,
    /// Whether objects may have more keys than their pattern.
    partial: bool,
}

/// Holds a value, which may not be there, against a matcher.
pub(crate) fn matcher(matcher: &Matcher, actual: Option<&Value>) -> Verdict {
    let name = matcher.name();
    let whole = Literals { matcher: name, partial: false };
    let mut comparison = Comparison::new(name);
    match &matcher.kind {
        MatcherKind::Exact(pattern) | MatcherKind::ObjectEquals(pattern) => return literal(pattern, actual, whole),
        MatcherKind::ObjectLike(pattern) => return literal(pattern, actual, Literals { partial: true, ..whole }),
        MatcherKind::ArrayEquals(items) => return array(items, actual, whole),
        MatcherKind::ArrayWith(items) => return subsequence(items, actual, whole),
        MatcherKind::SerializedJson(pattern) => return serialized_json(pattern, actual, whole),
        MatcherKind::Capture(capture) => return captured(capture, actual),
        MatcherKind::Absent => {
            if actual.is_some() {
                comparison.fail(format!("expected no value, found {}", found(actual)));
            }
        }
        MatcherKind::AnyValue => {
            if is_nullish(actual) {
                comparison.fail(format!("expected a value, found {}", found(actual)));
            }
        }
        MatcherKind::Not(pattern) => {
            // What was captured inside is forgotten: it is a part of what is not wanted.
            if any(pattern, actual, whole)?.is_success() {
                comparison.fail(format!("expected anything but this, found {}", found(actual)));
            }
        }
        MatcherKind::StringLikeRegexp(source) => {
            let text = actual.and_then(Value::as_str);
            let is_match = matches(source, text.unwrap_or_default())?;
            if !is_match || text.is_none() {
                comparison.fail(format!("expected text that matches /{source}/, found {}", found(actual)));
            }
            if text.is_none() {
                // Other text is closer.
                comparison.raise_cost();
            }
        }
        MatcherKind::Satisfies(what, predicate) => {
            if !actual.is_some_and(|value| predicate(value)) {
                comparison.fail(format!("expected {what}, found {}", found(actual)));
            }
        }
    }
    Ok(comparison.finish())
}

fn is_nullish(actual: Option<&Value>) -> bool {
    actual.is_none_or(Value::is_null)
}

fn found(actual: Option<&Value>) -> String {
    actual.map_or_else(|| "nothing".to_owned(), brief)
}

/// A pattern inside another one.
fn any(pattern: &Pattern, actual: Option<&Value>, literals: Literals) -> Verdict {
    match pattern.as_matcher() {
        Some(inner) => matcher(inner, actual),
        None => literal(pattern, actual, literals),
    }
}

fn literal(pattern: &Pattern, actual: Option<&Value>, literals: Literals) -> Verdict {
    let equal = match (&pattern.kind, actual) {
        (Kind::List(items), _) => return array(items, actual, literals),
        (Kind::Object(entries), _) => return object(entries, actual, literals),
        (Kind::Matcher(inner), _) => return matcher(inner, actual),
        // The CDK crashes on the literal null.
        (Kind::Null, Some(Value::Null)) => true,
        (Kind::Bool(expected), Some(Value::Bool(actual))) => expected == actual,
        (Kind::Number(expected), Some(Value::Number(actual))) => same_number(expected, actual),
        (Kind::String(expected), Some(Value::String(actual))) => expected == actual,
        _ => false,
    };
    let mut comparison = Comparison::new(literals.matcher);
    if !equal {
        let (message, details) = difference::of(pattern, actual);
        comparison.fail_in_detail(message, details);
    }
    Ok(comparison.finish())
}

/// Numbers are JavaScript's: doubles.
fn same_number(one: &Number, other: &Number) -> bool {
    one == other || one.as_f64() == other.as_f64()
}

fn object(pattern: &IndexMap<String, Pattern>, actual: Option<&Value>, literals: Literals) -> Verdict {
    let mut comparison = Comparison::new(literals.matcher);
    let entries = match actual {
        Some(Value::Object(entries)) => entries,
        // For JavaScript null is an object, and the CDK crashes only when it looks into it.
        Some(Value::Null) if literals.partial && pattern.is_empty() => return Ok(comparison.finish()),
        _ => {
            comparison.fail(format!("expected an object, found {}", found(actual)));
            return Ok(comparison.finish());
        }
    };
    if !literals.partial {
        for key in entries.keys().filter(|key| !pattern.contains_key(*key)) {
            comparison.fail_at(key, format!("the key `{key}` is not expected"));
        }
    }
    for (key, expected) in pattern {
        let value = entries.get(key);
        let may_be_absent = matches!(expected.as_matcher(), Some(Matcher { kind: MatcherKind::Absent }));
        if value.is_none() && !may_be_absent {
            comparison.fail_at(key, format!("the key `{key}` is missing, expected {}", brief_pattern(expected)));
            continue;
        }
        comparison.compose(key, any(expected, value, literals)?);
    }
    Ok(comparison.finish())
}

fn brief_pattern(pattern: &Pattern) -> String {
    shorten(pattern)
}

/// The elements of a list; `None` and a failure for anything else.
fn elements<'a>(comparison: &mut Comparison, actual: Option<&'a Value>) -> Option<&'a [Value]> {
    let elements = actual.and_then(Value::as_array);
    if elements.is_none() {
        comparison.fail(format!("expected an array, found {}", found(actual)));
    }
    elements.map(Vec::as_slice)
}

fn array(pattern: &[Pattern], actual: Option<&Value>, literals: Literals) -> Verdict {
    let mut comparison = Comparison::new(literals.matcher);
    let Some(actual) = elements(&mut comparison, actual) else { return Ok(comparison.finish()) };
    for (index, (expected, value)) in pattern.iter().zip(actual).enumerate() {
        comparison.compose(index.to_string(), any(expected, Some(value), literals)?);
    }
    if pattern.len() != actual.len() {
        let first = pattern.len().min(actual.len()).to_string();
        comparison.fail_at(first, format!("expected {}, found {}", counted(pattern.len(), "element"), actual.len()));
    }
    Ok(comparison.finish())
}

/// The elements of the pattern in their order, each as early as possible.
fn subsequence(pattern: &[Pattern], actual: Option<&Value>, literals: Literals) -> Verdict {
    let mut comparison = Comparison::new(literals.matcher);
    let Some(actual) = elements(&mut comparison, actual) else { return Ok(comparison.finish()) };
    let mut places = Vec::new();
    let mut tried: Vec<(usize, Outcome)> = Vec::new();
    for (index, value) in actual.iter().enumerate() {
        let Some(expected) = pattern.get(places.len()) else { break };
        refuse_in_array_with(expected)?;
        let inner = any(expected, Some(value), literals)?;
        if inner.is_success() {
            comparison.compose(index.to_string(), inner);
            places.push(index);
            tried.clear();
        } else {
            tried.push((index, inner));
        }
    }
    let unmatched = places.len();
    if unmatched == pattern.len() {
        return Ok(comparison.finish());
    }
    for (number, index) in places.iter().enumerate() {
        let mut note = Comparison::new(literals.matcher);
        note.note(format!("{} matches here", ordinal(number)));
        comparison.compose(index.to_string(), note.finish());
    }
    // The first of those with the least cost.
    match tried.into_iter().min_by_key(|(index, inner)| (inner.cost(), *index)) {
        Some((index, inner)) => {
            let message = format!("{} matches nothing; this is the closest", ordinal(unmatched));
            comparison.note_at(index.to_string(), message);
            comparison.compose(index.to_string(), inner);
        }
        None => {
            let expected = pattern.get(unmatched).map(brief_pattern).unwrap_or_default();
            let message = format!("{} is missing, expected {expected}", ordinal(unmatched));
            comparison.fail_at(actual.len().to_string(), message);
        }
    }
    Ok(comparison.finish())
}

fn ordinal(index: usize) -> String {
    format!("element {} of the pattern", index + 1)
}

fn refuse_in_array_with(expected: &Pattern) -> Result<(), AssertionError> {
    match expected.as_matcher() {
        Some(inner @ Matcher { kind: MatcherKind::Absent | MatcherKind::AnyValue }) => Err(usage_error(format!(
            "`{inner}` cannot be an element of `Match::array_with`: name what the element is, or count the elements with \
             `Match::array_equals`"
        ))),
        _ => Ok(()),
    }
}

fn serialized_json(pattern: &Pattern, actual: Option<&Value>, literals: Literals) -> Verdict {
    let mut comparison = Comparison::new(literals.matcher);
    let Some(text) = actual.and_then(Value::as_str) else {
        comparison.fail(format!("expected JSON as text, found {}", found(actual)));
        return Ok(comparison.finish());
    };
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            comparison.fail(format!("expected JSON as text, found text that is none: {error}"));
            return Ok(comparison.finish());
        }
    };
    let mut outcome = any(pattern, Some(&value), literals)?;
    if let Some(inner) = outcome.mismatch.take() {
        let mut decoded = Comparison::decoded(literals.matcher, value, *inner);
        decoded.fail("the JSON in the text is not as expected");
        outcome.mismatch = decoded.finish().mismatch;
    }
    Ok(outcome)
}

fn captured(capture: &crate::Capture, actual: Option<&Value>) -> Verdict {
    let mut comparison = Comparison::new("capture");
    let Some(value) = actual.filter(|value| !value.is_null()) else {
        comparison.fail(format!("expected a value to capture, found {}", found(actual)));
        return Ok(comparison.finish());
    };
    if let Some(pattern) = capture.pattern() {
        let partial = matches!(pattern.kind, Kind::Object(_));
        let matcher = if partial { "object_like" } else { "exact" };
        let inner = any(pattern, actual, Literals { matcher, partial })?;
        if !inner.is_success() {
            return Ok(inner);
        }
    }
    // A capture inside the pattern captures nothing, as in the CDK.
    comparison.capture(capture, value);
    Ok(comparison.finish())
}

/// Whether some part of a text matches a regular expression.
fn matches(source: &str, text: &str) -> Result<bool, AssertionError> {
    let refused = |why: &str| usage_error(format!("the regular expression /{source}/ {why}"));
    if has_back_reference(source) {
        return Err(refused("has a back reference, which is not supported"));
    }
    regexp_matches(source, text).ok_or_else(|| refused("has a syntax error, or lookbehind, which is not supported"))
}

fn has_back_reference(source: &str) -> bool {
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        if character == '\\' && characters.next().is_some_and(|next| matches!(next, '1'..='9' | 'k')) {
            return true;
        }
    }
    false
}
