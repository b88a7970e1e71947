//! Attributes of load balancers, listeners and target groups: keys and values.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{Json, Lazy, Object, Value};

/// Attributes in the order in which they were first set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    entries: Rc<RefCell<Vec<Entry>>>,
}

/// A key and its value; one that was removed keeps its place.
type Entry = (String, Option<Value<String>>);

impl Attributes {
    pub(crate) fn set(&self, key: &str, value: Option<Value<String>>) {
        let mut entries = self.entries.borrow_mut();
        match entries.iter_mut().find(|(known, _)| known == key) {
            Some(entry) => entry.1 = value,
            None => entries.push((key.to_owned(), value)),
        }
    }

    pub(crate) fn set_flag(&self, key: &str, value: bool) {
        self.set(key, Some(value.to_string().into()));
    }

    /// The property, left out if there is none; its type is the caller's, since each resource has one of its own.
    pub(crate) fn property<T>(&self) -> Value<Vec<T>> {
        let entries = self.entries.clone();
        Lazy::value(move |_| {
            let list: Vec<Json> = entries
                .borrow()
                .iter()
                .filter_map(|(key, value)| {
                    let mut object = Object::new();
                    object.insert("Key", key).insert("Value", value.clone()?);
                    Some(Json::Object(object))
                })
                .collect();
            (!list.is_empty()).then_some(Value::from_json(Json::List(list)))
        })
    }
}

/// An object of the values that there are.
pub(crate) fn object<const N: usize>(entries: [(&str, Option<Json>); N]) -> Json {
    let mut object = Object::new();
    for (key, value) in entries {
        if let Some(value) = value {
            object.insert(key, value);
        }
    }
    Json::Object(object)
}

/// A value as free-form JSON.
pub(crate) fn json<T>(value: &Option<Value<T>>) -> Option<Json> {
    value.as_ref().map(|value| value.as_json().clone())
}

/// A text as free-form JSON.
pub(crate) fn text(text: &str) -> Option<Json> {
    Some(Value::<Json>::from(text).into_json())
}
