//! Properties in the form that the specification gives them: in the order of their type, and values of its types.
//!
//! The table of all types is text, which `cargo xtask codegen` writes and explains in `codegen/src/shapes.rs`. A type is
//! found by binary search; nothing is read before a template needs it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use aws_cdk_core::l1::{ResourceType, TagShape, TypeInfo};
use aws_cdk_core::{Json, Object, Value, inclusion};

use crate::js_number;

static TABLE: &str = include_str!("../generated/shapes.txt");

/// The types that templates had so far, as core knows types: each is kept for as long as the program runs.
static KNOWN: Mutex<BTreeMap<&'static str, &'static ResourceType>> = Mutex::new(BTreeMap::new());

/// A resource type and its property types: the lines of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    name: &'static str,
    /// The tag property and properties of the resource.
    own: &'static str,
    /// The lines of property types.
    nested: &'static str,
}

/// Properties as a resource of a known type has them.
#[derive(Debug)]
pub(crate) struct Typed {
    /// Those that the type names, in its order.
    pub(crate) known: Object,
    /// The others, also those of nested types, by their paths below the properties.
    pub(crate) unknown: Vec<(String, Json)>,
}

/// The shape of a resource type, if the specification has it.
pub(crate) fn find(name: &str) -> Option<Shape> {
    let (mut start, mut end) = (0, TABLE.len());
    while start < end {
        let middle = start_of_entry(TABLE, start + (end - start) / 2);
        let entry = &TABLE[middle..];
        let line = entry.split('\n').next()?;
        let (found, own) = line.split_once(' ').unwrap_or((line, ""));
        match name.cmp(found) {
            std::cmp::Ordering::Less => end = middle,
            std::cmp::Ordering::Equal => {
                let nested = entry.get(line.len() + 1..)?;
                return Some(Shape { name: found, own, nested: &nested[..length_of_nested(nested)] });
            }
            std::cmp::Ordering::Greater => {
                let after = (middle + line.len() + 1).min(end);
                start = after + length_of_nested(&TABLE[after..end]);
            }
        }
    }
    None
}

/// Where the resource type starts to which a byte of the table belongs.
fn start_of_entry(table: &str, mut byte: usize) -> usize {
    loop {
        let start = table.as_bytes()[..byte].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        if start == 0 || table.as_bytes()[start] != b'.' {
            return start;
        }
        byte = start - 1;
    }
}

/// How much of a text is lines of property types.
fn length_of_nested(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.starts_with('.')).map(str::len).sum()
}

/// The properties of a line: names, and what stands after them for types.
fn properties(line: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let names = line.split(' ').filter(|property| !property.is_empty() && !property.starts_with('#'));
    names.map(|property| property.split_at(property.find([':', '[', '{', '.']).unwrap_or(property.len())))
}

impl Shape {
    fn tags(&self) -> Option<(TagShape, &'static str)> {
        let (shape, property) = self.own.strip_prefix('#')?.split(' ').next()?.split_once('=')?;
        let shape = match shape {
            "map" => TagShape::Map,
            "asg" => TagShape::Asg,
            _ => TagShape::Standard,
        };
        Some((shape, property))
    }

    fn property_type(&self, name: &str) -> Option<&'static str> {
        let lines = self.nested.lines().filter_map(|line| line.strip_prefix('.'));
        lines
            .map(|line| line.split_once(' ').unwrap_or((line, "")))
            .find(|(known, _)| *known == name)
            .map(|(_, own)| own)
    }

    /// The type as core knows types.
    pub(crate) fn resource_type(&self) -> &'static ResourceType {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(self.name).or_insert_with(|| {
            let names: Vec<&'static str> = properties(self.own).map(|(name, _)| name).collect();
            let info = TypeInfo { name: self.name, properties: Vec::leak(names), limits: &[] };
            Box::leak(Box::new(ResourceType { info, tags: self.tags() }))
        })
    }

    /// Gives properties their order and types.
    pub(crate) fn convert(&self, raw: &Object) -> Typed {
        let mut conversion = Conversion { shape: *self, unknown: Vec::new() };
        let known = conversion.object(self.own, raw, "", self.tags());
        Typed { known, unknown: conversion.unknown }
    }
}

struct Conversion {
    shape: Shape,
    unknown: Vec<(String, Json)>,
}

impl Conversion {
    fn object(&mut self, line: &'static str, raw: &Object, path: &str, tags: Option<(TagShape, &str)>) -> Object {
        let mut known = Object::new();
        for (name, code) in properties(line) {
            if let Some(value) = raw.get(name) {
                let code = match tags {
                    // In the specification some of these are JSON; the CDK makes text of the values of all of them.
                    Some((TagShape::Map, property)) if property == name => "{",
                    _ => code,
                };
                insert(&mut known, name, self.value(code, value, &below(path, name)));
            }
        }
        for (name, value) in raw.iter().filter(|(name, _)| !properties(line).any(|(known, _)| known == *name)) {
            self.unknown.push((below(path, name), value.clone()));
        }
        known
    }

    /// A value of a type. One that does not fit stays as it is, and so does what is known only at deployment.
    fn value(&mut self, code: &str, value: &Json, path: &str) -> Json {
        let (kind, rest) = code.split_at(code.len().min(1));
        match (kind, value) {
            ("", value) => text(value),
            ("[", Json::List(items)) => {
                let items = items.iter().enumerate();
                Json::List(
                    items.map(|(index, item)| self.value(rest, item, &below(path, &index.to_string()))).collect(),
                )
            }
            ("{", Json::Object(object)) if is_plain(object) => {
                let mut map = Object::new();
                for (key, value) in object.iter() {
                    insert(&mut map, key, self.value(rest, value, &below(path, key)));
                }
                Json::Object(map)
            }
            (".", Json::Object(object)) if is_plain(object) => match self.shape.property_type(rest) {
                Some(line) => Json::Object(self.object(line, object, path, None)),
                None => value.clone(),
            },
            (":", value) => scalar(rest, value),
            (_, value) => value.clone(),
        }
    }
}

/// Whether all keys are text, which those of objects from outside the template need not be.
fn is_plain(object: &Object) -> bool {
    object.iter().count() == object.len()
}

fn insert(object: &mut Object, key: &str, value: Json) {
    object.insert(key, Value::<Json>::from_json(value));
}

/// A path of overrides.
fn below(path: &str, key: &str) -> String {
    let key = key.replace('\\', "\\\\").replace('.', "\\.");
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

fn scalar(code: &str, value: &Json) -> Json {
    match (code, value) {
        ("b", Json::String(text)) => match &**text {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => value.clone(),
        },
        ("n", Json::String(text)) => js_number::parse(text).unwrap_or_else(|| value.clone()),
        ("k", Json::Object(tag)) => {
            let mut known = Object::new();
            for name in ["Key", "Value"] {
                if let Some(value) = tag.get(name) {
                    insert(&mut known, name, text(value));
                }
            }
            Json::Object(known)
        }
        _ => value.clone(),
    }
}

fn text(value: &Json) -> Json {
    match value {
        Json::Bool(flag) => Json::String(flag.to_string().into()),
        Json::Int(number) => Json::String(number.to_string().into()),
        Json::Float(number) => Json::String(inclusion::number_text(*number).into()),
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found() {
        let names: Vec<_> = TABLE.lines().filter(|line| !line.starts_with('.')).collect();
        assert!(names.len() > 1500 && names.is_sorted());
        for line in names {
            let name = line.split(' ').next().unwrap();
            let shape = find(name).unwrap();
            assert_eq!(shape.name, name);
            for (_, code) in properties(shape.own) {
                if let Some((_, nested)) = code.split_once('.') {
                    assert!(shape.property_type(nested).is_some(), "{name} {nested}");
                }
            }
        }
        for name in ["", "AWS", "AWS::SQS::Queues", "AWS::SQS::Queu", "Custom::Thing", "Zoo", "A", ".Rule"] {
            assert!(find(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_type_is_the_same_each_time() {
        let shape = find("AWS::ApiGatewayV2::Api").unwrap();
        assert!(std::ptr::eq(shape.resource_type(), find("AWS::ApiGatewayV2::Api").unwrap().resource_type()));
        assert_eq!(shape.resource_type().tags, Some((TagShape::Map, "Tags")));
        assert_eq!(find("AWS::SQS::Queue").unwrap().resource_type().tags, Some((TagShape::Standard, "Tags")));
        assert_eq!(find("AWS::SQS::QueuePolicy").unwrap().resource_type().tags, None);
    }

    #[test]
    fn scalars_are_of_the_types_that_are_wanted() {
        let string = |text: &str| Json::String(text.into());
        for (code, value, expected) in [
            (":n", string("5"), Json::Int(5)),
            (":n", string("1.5"), Json::Float(1.5)),
            (":n", string("five"), string("five")),
            (":n", Json::Bool(true), Json::Bool(true)),
            (":b", string("true"), Json::Bool(true)),
            (":b", string("false"), Json::Bool(false)),
            (":b", string("yes"), string("yes")),
            ("", Json::Int(5), string("5")),
            ("", Json::Float(1e21), string("1e+21")),
            ("", Json::Bool(false), string("false")),
            (":j", string("5"), string("5")),
            (":t", string("2026-01-01"), string("2026-01-01")),
        ] {
            let mut conversion = Conversion { shape: find("AWS::SQS::Queue").unwrap(), unknown: Vec::new() };
            let converted = conversion.value(code, &value, "");
            assert_eq!(format!("{converted:?}"), format!("{expected:?}"), "{code} {value:?}");
        }
    }
}
