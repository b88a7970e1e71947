//! Values: literals and tokens, typed by [`Value<T>`] for users and untyped as [`Json`] for storage.
//!
//! There are no encoded strings or numbers: a token is a value of its own kind, so a check can never run on a
//! placeholder, and a list token does not fit where a string belongs.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::rc::Rc;

use crate::bag::{Bag, PropertyType};
use crate::ordered_map::{self, OrderedMap};
use crate::token::{AnyToken, Hint, Token};

/// A free-form value: JSON that may contain tokens at any place, and as keys of objects.
///
/// ```
/// use aws_cdk_core::{Aws, cfn_json};
///
/// let policy = cfn_json!({ "region": Aws::REGION, "retries": 3, "tags": ["a", null] });
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Json {
    /// `null`, which is kept in templates.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number; printed as JavaScript prints it.
    Float(f64),
    /// A string.
    String(Rc<str>),
    /// A list.
    List(Vec<Json>),
    /// An object in insertion order.
    Object(Object),
    /// A typed object of a resource type or property type.
    Typed(Box<Bag>),
    /// A value that is known only at deployment, or only when synthesizing.
    Token(AnyToken),
}

impl Json {
    /// The string, if this is a literal one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The flag, if this is a literal one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The whole number, if this is a literal one.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Json::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, if this is a literal one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Int(number) => Some(*number as f64),
            Json::Float(number) => Some(*number),
            _ => None,
        }
    }

    /// The elements, if this is a list.
    pub fn as_list(&self) -> Option<&[Json]> {
        match self {
            Json::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if this is a free-form object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Json::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The value of a key, if this is a free-form object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.as_object()?.get(key)
    }

    /// True if no token stands anywhere in it.
    pub fn is_literal(&self) -> bool {
        match self {
            Json::Token(_) => false,
            Json::List(items) => items.iter().all(Json::is_literal),
            Json::Object(object) => {
                object.entries.iter().all(|(key, value)| matches!(key, Key::Text(_)) && value.is_literal())
            }
            Json::Typed(bag) => bag.entries().all(|(_, value)| value.is_literal()),
            _ => true,
        }
    }

    /// An object with one entry, as intrinsic functions are.
    pub(crate) fn single(key: &str, value: Json) -> Json {
        Json::Object(Object { entries: OrderedMap::single(Key::Text(key.into()), value) })
    }

    pub(crate) fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.into_iter().collect())
    }

    pub(crate) fn text(text: impl AsRef<str>) -> Json {
        Json::String(text.as_ref().into())
    }
}

/// JSON text in one line, as JavaScript prints it; tokens are `${Stack/Queue/Resource.Arn}`, `${AWS::Region}` and the like.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_readable_text())
    }
}

/// A key of an [`Object`]: text, or a token that resolves to text when synthesizing (a logical id, say).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Text(Rc<str>),
    Token(AnyToken),
}

impl Hash for Key {
    /// That of the text, so that a key is found by it alone.
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Key::Text(text) => text.hash(state),
            Key::Token(token) => token.hash(state),
        }
    }
}

impl Key {
    fn is(&self, text: &str) -> bool {
        matches!(self, Key::Text(own) if **own == *text)
    }
}

/// A free-form object. Keys keep the order in which they were inserted; integer-like keys are printed first, as
/// JavaScript does.
#[derive(Clone, Debug, Default)]
pub struct Object {
    pub(crate) entries: OrderedMap<Key, Json>,
}

impl Object {
    /// An empty object.
    pub const fn new() -> Self {
        Self { entries: OrderedMap::new() }
    }

    /// Sets a key; one that exists keeps its place.
    pub fn insert(&mut self, key: impl AsRef<str>, value: impl Into<Value<Json>>) -> &mut Self {
        self.set(key.as_ref(), value.into().json)
    }

    fn set(&mut self, key: &str, value: Json) -> &mut Self {
        self.entries.insert(Key::Text(key.into()), value);
        self
    }

    /// Sets a key that is itself a token, such as a logical id. A token that does not resolve to a string when
    /// synthesizing is the error `core::key-not-string`.
    pub fn insert_token(&mut self, key: Token<String>, value: impl Into<Value<Json>>) -> &mut Self {
        self.entries.insert(Key::Token(key.into_any()), value.into().json);
        self
    }

    /// Sets all keys of another object; those that exist keep their place.
    pub fn extend(&mut self, other: Object) -> &mut Self {
        self.entries.extend(other.entries);
        self
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entries.find(|| ordered_map::hash(key), |known| known.is(key))
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if there is no key.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The literal keys and their values, in insertion order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        let mut entries = self.entries.iter();
        std::iter::from_fn(move || {
            loop {
                match entries.next()? {
                    (Key::Text(text), value) => return Some((&**text, value)),
                    (Key::Token(_), _) => {}
                }
            }
        })
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Json> {
        self.entries.remove(&Key::Text(key.into()))
    }
}

impl<K: AsRef<str>, V: Into<Value<Json>>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> Self {
        let mut object = Object::new();
        for (key, value) in iter {
            object.insert(key, value);
        }
        object
    }
}

/// A literal or a token of type `T`.
///
/// ```
/// use aws_cdk_core::{Aws, Value};
///
/// let literal: Value<String> = "books".into();
/// assert_eq!(literal.as_literal(), Some("books"));
///
/// let token: Value<String> = Aws::REGION.into();
/// assert_eq!(token.as_literal(), None);
/// ```
///
/// A token of a list does not fit where a string belongs:
///
/// ```compile_fail
/// # use aws_cdk_core::{Aws, Value};
/// let wrong: Value<String> = Aws::NOTIFICATION_ARNS.into();
/// ```
pub struct Value<T> {
    pub(crate) json: Json,
    kind: PhantomData<fn() -> T>,
}

impl<T> Value<T> {
    /// For L2 crates: an untyped value as one of a type, where the caller knows that it is.
    #[doc(hidden)]
    pub fn from_json(json: Json) -> Self {
        Self { json, kind: PhantomData }
    }

    /// For generated code: a property type's bag as a value.
    #[doc(hidden)]
    pub fn from_bag(bag: Bag) -> Self {
        Self::from_json(Json::Typed(Box::new(bag)))
    }

    /// True if this is a token, or contains one.
    pub fn is_token(&self) -> bool {
        !self.json.is_literal()
    }

    /// The untyped value.
    pub fn as_json(&self) -> &Json {
        &self.json
    }

    /// The untyped value.
    pub fn into_json(self) -> Json {
        self.json
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        Self::from_json(self.json.clone())
    }
}

impl<T> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.json.fmt(f)
    }
}

impl Value<String> {
    /// The text, if it is known now.
    pub fn as_literal(&self) -> Option<&str> {
        self.json.as_str()
    }
}

impl Value<bool> {
    /// The flag, if it is known now.
    pub fn as_literal(&self) -> Option<bool> {
        self.json.as_bool()
    }
}

impl Value<i64> {
    /// The number, if it is known now.
    pub fn as_literal(&self) -> Option<i64> {
        self.json.as_i64()
    }
}

impl Value<f64> {
    /// The number, if it is known now.
    pub fn as_literal(&self) -> Option<f64> {
        self.json.as_f64()
    }
}

impl<T> Value<Vec<T>> {
    /// The elements, each a literal or a token, if the list itself is known now.
    pub fn as_elements(&self) -> Option<Vec<Value<T>>> {
        Some(self.json.as_list()?.iter().cloned().map(Value::from_json).collect())
    }

    /// True if the list is known now to be empty.
    pub fn is_empty_literal(&self) -> bool {
        matches!(&self.json, Json::List(items) if items.is_empty())
    }
}

/// A map from text to `T`, where CloudFormation wants one (stage variables, tags of an API).
///
/// ```
/// use aws_cdk_core::{Map, Value};
///
/// let variables: Value<Map<String>> = [("stage", "beta")].into();
/// let same: Value<Map<String>> = Map::new().entry("stage", "beta").into();
/// ```
pub struct Map<T> {
    object: Object,
    kind: PhantomData<fn() -> T>,
}

impl<T> Map<T> {
    /// An empty map.
    pub fn new() -> Self {
        Self { object: Object::new(), kind: PhantomData }
    }

    /// Sets a key; one that exists keeps its place.
    pub fn entry(mut self, key: impl AsRef<str>, value: impl Into<Value<T>>) -> Self {
        self.object.entries.insert(Key::Text(key.as_ref().into()), value.into().json);
        self
    }
}

impl<T> Map<T> {
    /// Sets a key; one that exists keeps its place.
    pub fn insert(&mut self, key: impl AsRef<str>, value: impl Into<Value<T>>) {
        self.object.entries.insert(Key::Text(key.as_ref().into()), value.into().json);
    }

    /// The keys, in insertion order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.object.iter().map(|(key, _)| key)
    }

    /// True if there is no key.
    pub fn is_empty(&self) -> bool {
        self.object.is_empty()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Map<T> {
    fn clone(&self) -> Self {
        Self { object: self.object.clone(), kind: PhantomData }
    }
}

impl<T> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.object.fmt(f)
    }
}

impl<K: AsRef<str>, T, V: Into<Value<T>>> FromIterator<(K, V)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> Self {
        let mut map = Self::new();
        for (key, value) in iter {
            map = map.entry(key, value);
        }
        map
    }
}

/// Types of which tokens exist. It keeps the conversions below apart from those of [`Json`], which takes any.
pub trait TypedValue {
    #[doc(hidden)]
    const HINT: Hint;
}

impl TypedValue for String {
    const HINT: Hint = Hint::String;
}
impl TypedValue for bool {
    const HINT: Hint = Hint::String;
}
impl TypedValue for i64 {
    const HINT: Hint = Hint::Number;
}
impl TypedValue for f64 {
    const HINT: Hint = Hint::Number;
}
impl<T> TypedValue for Vec<T> {
    const HINT: Hint = Hint::List;
}
impl<T> TypedValue for Map<T> {
    const HINT: Hint = Hint::String;
}
impl<T: PropertyType> TypedValue for T {
    const HINT: Hint = Hint::String;
}

/// Types that an attribute can have: those of which tokens exist, and [`Json`].
pub trait AttributeType {
    #[doc(hidden)]
    const ATTRIBUTE_HINT: Hint;
}

impl<T: TypedValue> AttributeType for T {
    const ATTRIBUTE_HINT: Hint = T::HINT;
}

impl AttributeType for Json {
    const ATTRIBUTE_HINT: Hint = Hint::Any;
}

impl From<&str> for Value<String> {
    fn from(text: &str) -> Self {
        Self::from_json(Json::String(text.into()))
    }
}

impl From<String> for Value<String> {
    fn from(text: String) -> Self {
        Self::from_json(Json::String(text.into()))
    }
}

impl From<&String> for Value<String> {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&str> for Value<Json> {
    fn from(text: &str) -> Self {
        Self::from_json(Json::String(text.into()))
    }
}

impl From<String> for Value<Json> {
    fn from(text: String) -> Self {
        Self::from_json(Json::String(text.into()))
    }
}

impl From<&String> for Value<Json> {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

macro_rules! from_literal {
    ($($from:ty => $($target:ty),+ => |$name:ident| $json:expr;)+) => {
        $($(impl From<$from> for Value<$target> {
            fn from($name: $from) -> Self {
                Self::from_json($json)
            }
        })+)+
    };
}

from_literal! {
    bool => bool, Json => |flag| Json::Bool(flag);
    i32 => i64, f64, Json => |number| Json::Int(number.into());
    i64 => i64, f64, Json => |number| Json::Int(number);
    u8 => i64, f64, Json => |number| Json::Int(number.into());
    u16 => i64, f64, Json => |number| Json::Int(number.into());
    u32 => i64, f64, Json => |number| Json::Int(number.into());
    u64 => i64, f64, Json => |number| i64::try_from(number).map_or(Json::Float(number as f64), Json::Int);
    usize => i64, f64, Json => |number| i64::try_from(number).map_or(Json::Float(number as f64), Json::Int);
    f64 => f64, Json => |number| Json::Float(number);
    Json => Json => |json| json;
    Object => Json => |object| Json::Object(object);
}

/// With the feature `serde_json`.
#[cfg(feature = "serde_json")]
impl From<serde_json::Value> for Value<Json> {
    fn from(value: serde_json::Value) -> Self {
        Self::from_json(from_serde(value))
    }
}

/// Every type of items has this compiled for it, and a loop is less code than adapters.
fn list<T, U: Into<Value<T>>>(items: impl IntoIterator<Item = U>) -> Json {
    let items = items.into_iter();
    let mut list = Vec::with_capacity(items.size_hint().0);
    for item in items {
        list.push(item.into().json);
    }
    Json::List(list)
}

#[cfg(feature = "serde_json")]
fn from_serde(value: serde_json::Value) -> Json {
    match value {
        serde_json::Value::Null => Json::Null,
        serde_json::Value::Bool(flag) => Json::Bool(flag),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(whole) => Json::Int(whole),
            None => Json::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        serde_json::Value::String(text) => Json::String(text.into()),
        serde_json::Value::Array(items) => Json::List(items.into_iter().map(from_serde).collect()),
        serde_json::Value::Object(entries) => {
            Json::Object(entries.into_iter().map(|(key, value)| (key, from_serde(value))).collect())
        }
    }
}

impl<T> From<&Value<T>> for Value<T> {
    fn from(value: &Value<T>) -> Self {
        value.clone()
    }
}

impl<T: TypedValue> From<Value<T>> for Value<Json> {
    fn from(value: Value<T>) -> Self {
        Self::from_json(value.json)
    }
}

impl<T: TypedValue> From<&Value<T>> for Value<Json> {
    fn from(value: &Value<T>) -> Self {
        Self::from_json(value.json.clone())
    }
}

impl<T: TypedValue> From<Token<T>> for Value<T> {
    fn from(token: Token<T>) -> Self {
        Self::from_json(Json::Token(token.into_any()))
    }
}

impl<T: TypedValue> From<&Token<T>> for Value<T> {
    fn from(token: &Token<T>) -> Self {
        Self::from(token.clone())
    }
}

impl<T> From<Token<T>> for Value<Json> {
    fn from(token: Token<T>) -> Self {
        Self::from_json(Json::Token(token.into_any()))
    }
}

impl<T> From<&Token<T>> for Value<Json> {
    fn from(token: &Token<T>) -> Self {
        Self::from(token.clone())
    }
}

// A number token may stand for a whole or a fractional number.
impl From<Token<i64>> for Value<f64> {
    fn from(token: Token<i64>) -> Self {
        Self::from_json(Json::Token(token.into_any()))
    }
}

impl From<Value<i64>> for Value<f64> {
    fn from(value: Value<i64>) -> Self {
        Self::from_json(value.json)
    }
}

impl<T, U: Into<Value<T>>, const N: usize> From<[U; N]> for Value<Vec<T>> {
    fn from(items: [U; N]) -> Self {
        Self::from_iter(items)
    }
}

impl<T, U: Into<Value<T>>> From<Vec<U>> for Value<Vec<T>> {
    fn from(items: Vec<U>) -> Self {
        Self::from_iter(items)
    }
}

impl<T, U: Clone + Into<Value<T>>> From<&[U]> for Value<Vec<T>> {
    fn from(items: &[U]) -> Self {
        items.iter().cloned().collect()
    }
}

impl<T, U: Into<Value<T>>> FromIterator<U> for Value<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = U>>(items: I) -> Self {
        Self::from_json(list(items))
    }
}

impl<T, K: AsRef<str>, V: Into<Value<T>>, const N: usize> From<[(K, V); N]> for Value<Map<T>> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect::<Map<T>>().into()
    }
}

impl<T, K: AsRef<str>, V: Into<Value<T>>> From<Vec<(K, V)>> for Value<Map<T>> {
    fn from(entries: Vec<(K, V)>) -> Self {
        entries.into_iter().collect::<Map<T>>().into()
    }
}

impl<T, K: AsRef<str>, V: Into<Value<T>>> From<std::collections::BTreeMap<K, V>> for Value<Map<T>> {
    fn from(entries: std::collections::BTreeMap<K, V>) -> Self {
        entries.into_iter().collect::<Map<T>>().into()
    }
}

impl<T> From<Map<T>> for Value<Map<T>> {
    fn from(map: Map<T>) -> Self {
        Self::from_json(Json::Object(map.object))
    }
}

impl<T> From<Map<T>> for Value<Json> {
    fn from(map: Map<T>) -> Self {
        Self::from_json(Json::Object(map.object))
    }
}

impl<U: Into<Value<Json>>, const N: usize> From<[U; N]> for Value<Json> {
    fn from(items: [U; N]) -> Self {
        Self::from_json(list(items))
    }
}

impl<U: Into<Value<Json>>> From<Vec<U>> for Value<Json> {
    fn from(items: Vec<U>) -> Self {
        Self::from_json(list(items))
    }
}

impl<T> From<Value<T>> for Json {
    fn from(value: Value<T>) -> Self {
        value.json
    }
}
