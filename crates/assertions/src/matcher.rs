//! Matchers: what a value can be held against, beyond being equal to a literal.

use std::fmt;
use std::rc::Rc;

use serde_json::Value;

use crate::capture::Capture;
use crate::error::{AssertionError, usage_error};
use crate::evaluate;
use crate::match_result::MatchResult;
use crate::pattern::{Kind, Pattern};

/// The matchers.
///
/// How literals inside them are taken is the CDK's: below [`Match::object_like`] objects may have more keys than their pattern,
/// at any depth; in all other matchers they may not, until an `object_like` is named again. Arrays are always whole, but for
/// [`Match::array_with`].
///
/// ```
/// use aws_cdk_assertions::{Match, json, pattern};
///
/// let policy = json!({ "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }] });
/// let allows = pattern!({ "Effect": "Allow", "Action": Match::string_like_regexp("^sqs:") });
/// let whole = Match::object_like(pattern!({ "Statement": Match::array_with(pattern!([&allows])) }));
/// assert!(whole.test(Some(&policy)).unwrap().has_failed(), "there is a resource as well");
/// let partial = Match::object_like(pattern!({ "Statement": Match::array_with([Match::object_like(allows)]) }));
/// assert!(partial.test(Some(&policy)).unwrap().is_success());
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Match {}

/// Something that a value can be held against; [`Match`] makes them.
#[derive(Clone)]
pub struct Matcher {
    pub(crate) kind: MatcherKind,
}

#[derive(Clone)]
pub(crate) enum MatcherKind {
    Exact(Pattern),
    ObjectLike(Pattern),
    ObjectEquals(Pattern),
    ArrayWith(Vec<Pattern>),
    ArrayEquals(Vec<Pattern>),
    Absent,
    AnyValue,
    Not(Pattern),
    StringLikeRegexp(String),
    SerializedJson(Pattern),
    Satisfies(String, Predicate),
    Capture(Capture),
}

pub(crate) type Predicate = Rc<dyn Fn(&Value) -> bool>;

impl Match {
    /// A value that is equal to a literal, at all depths. Matchers may stand inside, but not directly.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let tag = Match::exact(pattern!({ "Key": "team" }));
    /// assert!(tag.test(Some(&json!({ "Key": "team" }))).unwrap().is_success());
    /// assert!(tag.test(Some(&json!({ "Key": "team", "Value": "books" }))).unwrap().has_failed());
    /// ```
    ///
    /// # Panics
    /// When given a matcher.
    #[track_caller]
    pub fn exact(pattern: impl Into<Pattern>) -> Matcher {
        let pattern = pattern.into();
        if let Some(matcher) = pattern.as_matcher() {
            usage_error(format!(
                "`Match::exact` takes a literal and not {matcher} itself: leave `exact` out, or put the matcher inside a \
                 list or an object"
            ))
            .raise();
        }
        MatcherKind::Exact(pattern).into()
    }

    /// An object that has at least the keys of the pattern, and so have the objects inside it.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let tag = Match::object_like(pattern!({ "Key": "team" }));
    /// assert!(tag.test(Some(&json!({ "Key": "team", "Value": "books" }))).unwrap().is_success());
    /// ```
    ///
    /// # Panics
    /// When given anything but an object.
    #[track_caller]
    pub fn object_like(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::ObjectLike(object(pattern.into(), "object_like")).into()
    }

    /// An object that has just the keys of the pattern, and so have the objects inside it.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let tag = Match::object_equals(pattern!({ "Key": "team", "Value": Match::any_value() }));
    /// assert!(tag.test(Some(&json!({ "Key": "team", "Value": "books" }))).unwrap().is_success());
    /// assert!(tag.test(Some(&json!({ "Key": "team", "Value": "books", "x": 1 }))).unwrap().has_failed());
    /// ```
    ///
    /// # Panics
    /// When given anything but an object.
    #[track_caller]
    pub fn object_equals(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::ObjectEquals(object(pattern.into(), "object_equals")).into()
    }

    /// An array that has the elements of the pattern, in their order, with any others around and between them.
    ///
    /// [`Match::absent`] and [`Match::any_value`] cannot be elements of the pattern: the assertion fails when it comes to them.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json};
    ///
    /// let methods = Match::array_with(["GET", "PUT"]);
    /// assert!(methods.test(Some(&json!(["GET", "POST", "PUT"]))).unwrap().is_success());
    /// assert!(methods.test(Some(&json!(["PUT", "GET"]))).unwrap().has_failed());
    /// ```
    ///
    /// # Panics
    /// When given anything but a list.
    #[track_caller]
    pub fn array_with(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::ArrayWith(list(pattern.into(), "array_with")).into()
    }

    /// An array that has just the elements of the pattern, in their order.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let methods = Match::array_equals(pattern!(["GET", Match::any_value()]));
    /// assert!(methods.test(Some(&json!(["GET", "PUT"]))).unwrap().is_success());
    /// assert!(methods.test(Some(&json!(["GET", "PUT", "POST"]))).unwrap().has_failed());
    /// ```
    ///
    /// # Panics
    /// When given anything but a list.
    #[track_caller]
    pub fn array_equals(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::ArrayEquals(list(pattern.into(), "array_equals")).into()
    }

    /// No value: a key that is not there.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let plain = Match::object_like(pattern!({ "KmsMasterKeyId": Match::absent() }));
    /// assert!(plain.test(Some(&json!({ "DelaySeconds": 5 }))).unwrap().is_success());
    /// assert!(plain.test(Some(&json!({ "KmsMasterKeyId": "alias/aws/sqs" }))).unwrap().has_failed());
    /// ```
    pub fn absent() -> Matcher {
        MatcherKind::Absent.into()
    }

    /// Any value but null.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let encrypted = Match::object_like(pattern!({ "KmsMasterKeyId": Match::any_value() }));
    /// assert!(encrypted.test(Some(&json!({ "KmsMasterKeyId": "alias/aws/sqs" }))).unwrap().is_success());
    /// assert!(encrypted.test(Some(&json!({}))).unwrap().has_failed());
    /// ```
    pub fn any_value() -> Matcher {
        MatcherKind::AnyValue.into()
    }

    /// A value that does not match the pattern. The key must be there; see [`Match::absent`]. Literals are taken exactly.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json};
    ///
    /// let others = Match::not(Match::array_with(["*"]));
    /// assert!(others.test(Some(&json!(["https://books.example"]))).unwrap().is_success());
    /// assert!(others.test(Some(&json!(["*"]))).unwrap().has_failed());
    /// ```
    pub fn not(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::Not(pattern.into()).into()
    }

    /// Text of which some part matches a regular expression, as JavaScript's `new RegExp(pattern, 'm')` would: `^` and `$`
    /// are those of lines. Not supported are lookbehind and back references: the assertion fails and says so.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json};
    ///
    /// let code = Match::string_like_regexp("includeHeaders = (true|false)");
    /// assert!(code.test(Some(&json!("const includeHeaders = true;"))).unwrap().is_success());
    /// assert!(code.test(Some(&json!("const includeHeaders = null;"))).unwrap().has_failed());
    /// ```
    pub fn string_like_regexp(pattern: impl Into<String>) -> Matcher {
        MatcherKind::StringLikeRegexp(pattern.into()).into()
    }

    /// Text that is JSON, whose value matches the pattern. Literals are taken exactly.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let definition = Match::serialized_json(Match::object_like(pattern!({ "StartAt": "Greet" })));
    /// assert!(definition.test(Some(&json!(r#"{"StartAt":"Greet","States":{}}"#))).unwrap().is_success());
    /// ```
    pub fn serialized_json(pattern: impl Into<Pattern>) -> Matcher {
        MatcherKind::SerializedJson(pattern.into()).into()
    }

    /// A value for which a function says yes; `what` tells readers of a failure what was expected. (The CDK has subclasses of
    /// `Matcher` for this.)
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json};
    ///
    /// let short = Match::satisfies("a timeout below 30 seconds", |value| value.as_i64().is_some_and(|n| n < 30));
    /// assert!(short.test(Some(&json!(10))).unwrap().is_success());
    /// assert!(short.test(Some(&json!(60))).unwrap().has_failed());
    /// ```
    pub fn satisfies(what: impl Into<String>, predicate: impl Fn(&Value) -> bool + 'static) -> Matcher {
        MatcherKind::Satisfies(what.into(), Rc::new(predicate)).into()
    }
}

#[track_caller]
fn object(pattern: Pattern, name: &str) -> Pattern {
    if !matches!(pattern.kind, Kind::Object(_)) {
        usage_error(format!("`Match::{name}` takes an object, such as `pattern!({{ \"Key\": .. }})`, not {pattern}"))
            .raise();
    }
    pattern
}

#[track_caller]
fn list(pattern: Pattern, name: &str) -> Vec<Pattern> {
    match pattern.kind {
        Kind::List(items) => items,
        _ => usage_error(format!(
            "`Match::{name}` takes a list, such as `[\"a\", \"b\"]` or `pattern!([..])`, not {pattern}"
        ))
        .raise(),
    }
}

impl Matcher {
    /// The name in [`Match`].
    pub fn name(&self) -> &'static str {
        match &self.kind {
            MatcherKind::Exact(_) => "exact",
            MatcherKind::ObjectLike(_) => "object_like",
            MatcherKind::ObjectEquals(_) => "object_equals",
            MatcherKind::ArrayWith(_) => "array_with",
            MatcherKind::ArrayEquals(_) => "array_equals",
            MatcherKind::Absent => "absent",
            MatcherKind::AnyValue => "any_value",
            MatcherKind::Not(_) => "not",
            MatcherKind::StringLikeRegexp(_) => "string_like_regexp",
            MatcherKind::SerializedJson(_) => "serialized_json",
            MatcherKind::Satisfies(..) => "satisfies",
            MatcherKind::Capture(_) => "capture",
        }
    }

    /// Holds a value against the matcher; `None` is a value that is not there. Captures keep what they found once
    /// [`MatchResult::finished`] is called.
    ///
    /// ```
    /// use aws_cdk_assertions::{Match, json, pattern};
    ///
    /// let result = Match::object_like(pattern!({ "a": { "b": 1 } })).test(Some(&json!({ "a": { "b": 2 } }))).unwrap();
    /// assert_eq!(result.to_human_strings(), ["at /a/b: expected 1, found 2 (object_like)"]);
    /// ```
    ///
    /// # Errors
    /// When the matcher cannot be used in this way: matchers that cannot be nested, a regular expression with an error.
    pub fn test(&self, actual: Option<&Value>) -> Result<MatchResult, AssertionError> {
        evaluate::matcher(self, actual).map(|outcome| MatchResult::new(actual, outcome))
    }
}

impl From<MatcherKind> for Matcher {
    fn from(kind: MatcherKind) -> Self {
        Self { kind }
    }
}

impl From<Capture> for Matcher {
    fn from(capture: Capture) -> Self {
        MatcherKind::Capture(capture).into()
    }
}

impl From<&Capture> for Matcher {
    fn from(capture: &Capture) -> Self {
        MatcherKind::Capture(capture.clone()).into()
    }
}

/// As one would write it in Rust, in one line.
impl fmt::Display for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let MatcherKind::Capture(capture) = &self.kind {
            return match capture.pattern() {
                Some(pattern) => write!(f, "Capture::with_pattern({pattern})"),
                None => f.write_str("Capture::new()"),
            };
        }
        write!(f, "Match::{}(", self.name())?;
        match &self.kind {
            MatcherKind::Exact(pattern)
            | MatcherKind::ObjectLike(pattern)
            | MatcherKind::ObjectEquals(pattern)
            | MatcherKind::Not(pattern)
            | MatcherKind::SerializedJson(pattern) => write!(f, "{pattern}")?,
            MatcherKind::ArrayWith(items) | MatcherKind::ArrayEquals(items) => {
                write!(f, "{}", Pattern::__list(items.clone()))?;
            }
            MatcherKind::StringLikeRegexp(text) | MatcherKind::Satisfies(text, _) => {
                write!(f, "{}", Value::from(text.as_str()))?;
            }
            MatcherKind::Absent | MatcherKind::AnyValue | MatcherKind::Capture(_) => {}
        }
        f.write_str(")")
    }
}

impl fmt::Debug for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
