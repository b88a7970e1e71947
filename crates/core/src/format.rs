//! Text made of literals and tokens: `cfn_format!` and the one function that makes `Fn::Join` minimal.

use std::rc::Rc;

use crate::pseudo::PseudoParameter;
use crate::token::{AnyToken, Hint, Token, TokenKind};
use crate::value::{Json, Value};

/// What fits a `{}` of [`cfn_format!`](crate::cfn_format): text, numbers, and tokens of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in `cfn_format!`",
    note = "text, numbers, and tokens and values of them can"
)]
pub trait Fragment {
    /// The value as a part of the text.
    fn fragment(&self) -> Value<String>;
}

impl Fragment for str {
    fn fragment(&self) -> Value<String> {
        self.into()
    }
}

impl Fragment for String {
    fn fragment(&self) -> Value<String> {
        self.as_str().into()
    }
}

impl<T: Fragment + ?Sized> Fragment for &T {
    fn fragment(&self) -> Value<String> {
        (**self).fragment()
    }
}

macro_rules! number_fragment {
    ($($number:ty),+) => {
        $(impl Fragment for $number {
            fn fragment(&self) -> Value<String> {
                self.to_string().into()
            }
        })+
    };
}

number_fragment!(u8, u16, u32, u64, usize, i32, i64);

macro_rules! token_fragment {
    ($($kind:ty),+) => {
        $(impl Fragment for Token<$kind> {
            fn fragment(&self) -> Value<String> {
                Value::from_json(Json::Token(self.clone().into_any()))
            }
        }

        impl Fragment for Value<$kind> {
            fn fragment(&self) -> Value<String> {
                Value::from_json(self.as_json().clone())
            }
        })+
    };
}

token_fragment!(String, i64, f64);

impl Fragment for f64 {
    fn fragment(&self) -> Value<String> {
        Value::from_json(Json::Float(*self))
    }
}

impl Fragment for PseudoParameter<String> {
    fn fragment(&self) -> Value<String> {
        (*self).into()
    }
}

/// Builds text from literals and tokens, with the syntax of [`format!`] reduced to `{}`, `{{` and `}}`.
///
/// The number of arguments is checked when compiling. Text without tokens stays a literal; with them it becomes the
/// smallest `Fn::Join`.
///
/// ```
/// use aws_cdk_core::{Aws, cfn_format};
///
/// let literal = cfn_format!("{}-{}", "books", 2);
/// assert_eq!(literal.as_literal(), Some("books-2"));
///
/// let token = cfn_format!("https://{}.example.com", Aws::REGION);
/// assert!(token.is_token());
/// ```
///
/// ```compile_fail
/// let wrong = aws_cdk_core::cfn_format!("{}/{}", "one");
/// ```
#[macro_export]
macro_rules! cfn_format {
    ($format:literal $(, $argument:expr)* $(,)?) => {{
        const _: () = $crate::__count_placeholders($format, [$(::core::stringify!($argument)),*].len());
        $crate::__concat($format, &[$($crate::Fragment::fragment(&$argument)),*])
    }};
}

/// For `cfn_format!`: refuses, when compiling, a format whose placeholders are not as many as the arguments.
#[doc(hidden)]
#[allow(clippy::panic)]
pub const fn __count_placeholders(format: &str, arguments: usize) {
    let bytes = format.as_bytes();
    let (mut index, mut count) = (0, 0);
    while index < bytes.len() {
        let next = if index + 1 < bytes.len() { bytes[index + 1] } else { 0 };
        match (bytes[index], next) {
            (b'{', b'{') | (b'}', b'}') => index += 2,
            (b'{', b'}') => {
                count += 1;
                index += 2;
            }
            (b'{' | b'}', _) => panic!("`cfn_format!` knows `{{}}` alone; write `{{{{` and `}}}}` for braces"),
            _ => index += 1,
        }
    }
    assert!(count == arguments, "`cfn_format!` has not as many arguments as placeholders");
}

/// For `cfn_format!`: puts the arguments into the format.
#[doc(hidden)]
pub fn __concat(format: &str, arguments: &[Value<String>]) -> Value<String> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut arguments = arguments.iter();
    let mut characters = format.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('{', Some('}')) => {
                characters.next();
                parts.push(Json::text(std::mem::take(&mut text)));
                parts.extend(arguments.next().map(|argument| argument.as_json().clone()));
            }
            ('{' | '}', Some(_)) => text.extend(characters.next()),
            _ => text.push(character),
        }
    }
    parts.push(Json::text(text));
    concat(parts)
}

/// Text of several parts: a literal if all are, else a token. Parts that are themselves made of parts are taken apart.
pub(crate) fn concat(parts: impl IntoIterator<Item = Json>) -> Value<String> {
    concat_all(&mut parts.into_iter())
}

fn concat_all(parts: &mut dyn Iterator<Item = Json>) -> Value<String> {
    let mut merged: Vec<Json> = Vec::new();
    let mut push = |part: Json| match (merged.last_mut(), literal_text(&part)) {
        (_, Some(text)) if text.is_empty() => {}
        (Some(Json::String(last)), Some(text)) => *last = format!("{last}{text}").into(),
        (_, Some(text)) => merged.push(Json::String(text)),
        (_, None) => merged.push(part),
    };
    for part in parts {
        match &part {
            Json::Token(token) => match &*token.kind {
                TokenKind::Concat(inner) => inner.iter().cloned().for_each(&mut push),
                _ => push(part),
            },
            _ => push(part),
        }
    }
    Value::from_json(match merged.len() {
        0 => Json::text(""),
        1 if matches!(merged[0], Json::String(_)) => merged.remove(0),
        _ => Json::Token(AnyToken::new(TokenKind::Concat(merged), Hint::String)),
    })
}

/// The text of a literal that `Fn::Join` can merge with its neighbours: strings and numbers.
pub(crate) fn literal_text(json: &Json) -> Option<Rc<str>> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Int(number) => Some(number.to_string().into()),
        Json::Float(number) => {
            let mut text = String::new();
            crate::js_number::write_number(&mut text, *number);
            Some(text.into())
        }
        _ => None,
    }
}

/// The smallest list for `Fn::Join`: nested joins of the same delimiter are taken apart, neighbouring literals merged.
pub(crate) fn minimal_join(delimiter: &str, values: Vec<Json>) -> Vec<Json> {
    let mut joined: Vec<Json> = Vec::with_capacity(values.len());
    // A stack of what is still to come, so that nested joins are taken apart at any depth.
    let mut pending: Vec<Json> = values.into_iter().rev().collect();
    while let Some(value) = pending.pop() {
        match nested_join(&value, delimiter) {
            Some(inner) => pending.extend(inner.iter().rev().cloned()),
            None => match (joined.last_mut(), literal_text(&value)) {
                (Some(last), Some(text)) if literal_text(last).is_some() => {
                    let before = literal_text(last).unwrap_or_default();
                    *last = Json::String(format!("{before}{delimiter}{text}").into());
                }
                _ => joined.push(value),
            },
        }
    }
    joined
}

fn nested_join<'a>(value: &'a Json, delimiter: &str) -> Option<&'a [Json]> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    match object.get("Fn::Join")?.as_list()? {
        [Json::String(inner), Json::List(items)] if **inner == *delimiter => Some(items),
        _ => None,
    }
}

/// Resolved parts of a text as one value.
pub(crate) fn join_parts(parts: Vec<Json>) -> Option<Json> {
    let several = parts.len() > 1;
    let mut joined = minimal_join("", parts);
    match joined.len() {
        0 => None,
        // A single value stays what it is, unless it came about by merging or taking apart.
        1 if !several || matches!(joined[0], Json::String(_)) => joined.pop(),
        _ => Some(Json::single("Fn::Join", Json::List(vec![Json::text(""), Json::List(joined)]))),
    }
}
