//! Patterns: literals with matchers inside, and what converts into them.

use std::collections::BTreeMap;
use std::fmt;

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use crate::capture::Capture;
use crate::matcher::Matcher;
use crate::report::{write_list, write_object};

/// What a value is expected to be: a literal, a [`Matcher`], or a list or object with either inside.
///
/// [`pattern!`](crate::pattern) writes one down; text, numbers, lists, maps and [`serde_json::Value`] convert into one.
///
/// ```
/// use aws_cdk_assertions::{Match, Pattern, pattern};
///
/// let queue = pattern!({ "QueueName": Match::string_like_regexp("^orders"), "DelaySeconds": 5 });
/// assert_eq!(queue.to_string(), r#"{ "QueueName": Match::string_like_regexp("^orders"), "DelaySeconds": 5 }"#);
/// assert_eq!(Pattern::from(["a", "b"]).to_string(), r#"["a", "b"]"#);
/// ```
#[derive(Clone, Debug)]
pub struct Pattern {
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    List(Vec<Pattern>),
    Object(IndexMap<String, Pattern>),
    Matcher(Box<Matcher>),
}

impl Pattern {
    #[doc(hidden)]
    pub fn __list(items: Vec<Pattern>) -> Self {
        Kind::List(items).into()
    }

    #[doc(hidden)]
    pub fn __object(entries: Vec<(String, Pattern)>) -> Self {
        Kind::Object(entries.into_iter().collect()).into()
    }

    pub(crate) fn null() -> Self {
        Kind::Null.into()
    }

    pub(crate) fn object<const N: usize>(entries: [(&str, Pattern); N]) -> Self {
        Kind::Object(entries.into_iter().map(|(key, pattern)| (key.to_owned(), pattern)).collect()).into()
    }

    /// The matcher, if it is one and not a literal.
    pub(crate) fn as_matcher(&self) -> Option<&Matcher> {
        match &self.kind {
            Kind::Matcher(matcher) => Some(matcher),
            _ => None,
        }
    }
}

impl From<Kind> for Pattern {
    fn from(kind: Kind) -> Self {
        Self { kind }
    }
}

impl From<Matcher> for Pattern {
    fn from(matcher: Matcher) -> Self {
        Kind::Matcher(Box::new(matcher)).into()
    }
}

impl From<Capture> for Pattern {
    fn from(capture: Capture) -> Self {
        Matcher::from(capture).into()
    }
}

impl From<&Capture> for Pattern {
    fn from(capture: &Capture) -> Self {
        Matcher::from(capture).into()
    }
}

impl From<&Pattern> for Pattern {
    fn from(pattern: &Pattern) -> Self {
        pattern.clone()
    }
}

impl From<Value> for Pattern {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::null(),
            Value::Bool(value) => value.into(),
            Value::Number(number) => Kind::Number(number).into(),
            Value::String(text) => text.into(),
            Value::Array(items) => items.into(),
            Value::Object(entries) => entries.into(),
        }
    }
}

impl From<&Value> for Pattern {
    fn from(value: &Value) -> Self {
        value.clone().into()
    }
}

impl From<Map<String, Value>> for Pattern {
    fn from(entries: Map<String, Value>) -> Self {
        Kind::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect()).into()
    }
}

impl From<&str> for Pattern {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Pattern {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Kind::String(text).into()
    }
}

impl From<bool> for Pattern {
    fn from(value: bool) -> Self {
        Kind::Bool(value).into()
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Pattern {
            fn from(number: $number) -> Self {
                Value::from(number).into()
            }
        }
    )*};
}

// A float that is not finite has no JSON, and becomes null.
numbers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64);

impl<T: Into<Pattern>> From<Vec<T>> for Pattern {
    fn from(items: Vec<T>) -> Self {
        Kind::List(items.into_iter().map(Into::into).collect()).into()
    }
}

impl<T: Into<Pattern>, const N: usize> From<[T; N]> for Pattern {
    fn from(items: [T; N]) -> Self {
        Kind::List(items.into_iter().map(Into::into).collect()).into()
    }
}

impl<T: Clone + Into<Pattern>> From<&[T]> for Pattern {
    fn from(items: &[T]) -> Self {
        items.to_vec().into()
    }
}

impl<K: Into<String>, T: Into<Pattern>> From<BTreeMap<K, T>> for Pattern {
    fn from(entries: BTreeMap<K, T>) -> Self {
        Kind::Object(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()).into()
    }
}

impl<K: Into<String>, T: Into<Pattern>> From<IndexMap<K, T>> for Pattern {
    fn from(entries: IndexMap<K, T>) -> Self {
        Kind::Object(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()).into()
    }
}

/// `None` is null.
impl<T: Into<Pattern>> From<Option<T>> for Pattern {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(Self::null, Into::into)
    }
}

/// As one would write it in Rust, in one line.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Null => f.write_str("null"),
            Kind::Bool(value) => write!(f, "{value}"),
            Kind::Number(number) => write!(f, "{number}"),
            Kind::String(text) => write!(f, "{}", Value::from(text.as_str())),
            Kind::Matcher(matcher) => write!(f, "{matcher}"),
            Kind::List(items) => write_list(f, items.iter()),
            Kind::Object(entries) => write_object(f, entries.iter().map(|(key, value)| (key.as_str(), value))),
        }
    }
}

/// Builds a [`Pattern`] from a literal in the syntax of JSON, with matchers and other expressions inside.
///
/// Keys are string literals or expressions in parentheses; values are JSON, or anything that converts into a pattern.
///
/// ```
/// use aws_cdk_assertions::{Capture, Match, pattern};
///
/// let name = "orders";
/// let arn = Capture::new();
/// let queue = pattern!({
///     "QueueName": name,
///     "DelaySeconds": 5,
///     "KmsMasterKeyId": Match::absent(),
///     "RedrivePolicy": { "deadLetterTargetArn": &arn },
///     "Tags": Match::array_with(pattern!([{ "Key": "team", "Value": Match::any_value() }])),
///     ("Extra".to_owned() + "Key"): null,
/// });
/// ```
#[macro_export]
macro_rules! pattern {
    (null) => { $crate::Pattern::from($crate::json!(null)) };
    ([ $($items:tt)* ]) => {{
        #[allow(unused_mut, clippy::vec_init_then_push)]
        let list = {
            let mut list: ::std::vec::Vec<$crate::Pattern> = ::std::vec::Vec::new();
            $crate::pattern!(@list list $($items)*);
            list
        };
        $crate::Pattern::__list(list)
    }};
    ({ $($entries:tt)* }) => {{
        #[allow(unused_mut, clippy::vec_init_then_push)]
        let entries = {
            let mut entries: ::std::vec::Vec<(::std::string::String, $crate::Pattern)> = ::std::vec::Vec::new();
            $crate::pattern!(@object entries $($entries)*);
            entries
        };
        $crate::Pattern::__object(entries)
    }};

    (@list $list:ident) => {};
    (@list $list:ident null $(, $($rest:tt)*)?) => {
        $list.push($crate::pattern!(null));
        $crate::pattern!(@list $list $($($rest)*)?);
    };
    (@list $list:ident [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $list.push($crate::pattern!([ $($inner)* ]));
        $crate::pattern!(@list $list $($($rest)*)?);
    };
    (@list $list:ident { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $list.push($crate::pattern!({ $($inner)* }));
        $crate::pattern!(@list $list $($($rest)*)?);
    };
    (@list $list:ident $value:expr $(, $($rest:tt)*)?) => {
        $list.push($crate::Pattern::from($value));
        $crate::pattern!(@list $list $($($rest)*)?);
    };

    (@object $object:ident) => {};
    (@object $object:ident $key:tt : null $(, $($rest:tt)*)?) => {
        $object.push((::std::convert::Into::into($key), $crate::pattern!(null)));
        $crate::pattern!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $object.push((::std::convert::Into::into($key), $crate::pattern!([ $($inner)* ])));
        $crate::pattern!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $object.push((::std::convert::Into::into($key), $crate::pattern!({ $($inner)* })));
        $crate::pattern!(@object $object $($($rest)*)?);
    };
    (@object $object:ident $key:tt : $value:expr $(, $($rest:tt)*)?) => {
        $object.push((::std::convert::Into::into($key), $crate::Pattern::from($value)));
        $crate::pattern!(@object $object $($($rest)*)?);
    };

    ($value:expr) => { $crate::Pattern::from($value) };
}
