//! Lazy values: produced while templates are rendered, when everything else is known.

use crate::resolve::ResolveContext;
use crate::token::{AnyToken, Hint, Token, TokenKind};
use crate::value::{Json, Map, Value};

/// Makes values that are produced only when synthesizing.
///
/// A producer may be called several times. It may read constructs, but not change them: that is the error
/// `core::changed-while-rendering`. A producer that gives `None` leaves the property out.
///
/// ```
/// use std::{cell::Cell, rc::Rc};
/// use aws_cdk_core::{App, CfnResource, Lazy, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let count = Rc::new(Cell::new(0));
/// let counted = count.clone();
/// CfnResource::builder(&stack, "Thing", "My::Own::Thing").property("Count", Lazy::number(move || counted.get())).build();
/// count.set(3);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lazy;

impl Lazy {
    /// A text that is produced later.
    pub fn string<V: Into<Value<String>>>(produce: impl Fn() -> V + 'static) -> Token<String> {
        lazy(Hint::String, move |_| Some(produce().into().into_json()))
    }

    /// A text, or nothing, that is produced later for the stack that uses it.
    pub fn string_in(produce: impl Fn(&ResolveContext<'_>) -> Option<Value<String>> + 'static) -> Token<String> {
        lazy(Hint::String, move |context| produce(context).map(Value::into_json))
    }

    /// A whole number that is produced later.
    pub fn number<V: Into<Value<i64>>>(produce: impl Fn() -> V + 'static) -> Token<i64> {
        lazy(Hint::Number, move |_| Some(produce().into().into_json()))
    }

    /// A number that is produced later.
    pub fn float<V: Into<Value<f64>>>(produce: impl Fn() -> V + 'static) -> Token<f64> {
        lazy(Hint::Number, move |_| Some(produce().into().into_json()))
    }

    /// A flag that is produced later.
    pub fn bool<V: Into<Value<bool>>>(produce: impl Fn() -> V + 'static) -> Token<bool> {
        lazy(Hint::Any, move |_| Some(produce().into().into_json()))
    }

    /// A list that is produced later; an empty one is kept.
    pub fn list<T>(produce: impl Fn() -> Value<Vec<T>> + 'static) -> Token<Vec<T>> {
        lazy(Hint::List, move |_| Some(produce().into_json()))
    }

    /// A list that is produced later; an empty one leaves the property out.
    pub fn list_omit_empty<T>(produce: impl Fn() -> Value<Vec<T>> + 'static) -> Token<Vec<T>> {
        lazy(Hint::List, move |_| Some(produce()).filter(|list| !list.is_empty_literal()).map(Value::into_json))
    }

    /// A map that is produced later.
    pub fn map<T>(produce: impl Fn() -> Option<Map<T>> + 'static) -> Token<Map<T>> {
        lazy(Hint::Any, move |_| produce().map(|map| Value::<Map<T>>::from(map).into_json()))
    }

    /// Any value, or nothing, that is produced later.
    pub fn any(produce: impl Fn() -> Option<Json> + 'static) -> Token<Json> {
        lazy(Hint::Any, move |_| produce())
    }

    /// For L2 crates: a value of any type, or nothing, that is produced later for the stack that uses it.
    #[doc(hidden)]
    pub fn value<T>(produce: impl Fn(&ResolveContext<'_>) -> Option<Value<T>> + 'static) -> Value<T> {
        Value::from_json(Json::Token(AnyToken::new(
            TokenKind::Lazy(Box::new(move |context| produce(context).map(Value::into_json))),
            Hint::Any,
        )))
    }
}

fn lazy<T>(hint: Hint, produce: impl Fn(&ResolveContext<'_>) -> Option<Json> + 'static) -> Token<T> {
    Token::from_any(AnyToken::new(TokenKind::Lazy(Box::new(produce)), hint))
}
