//! From a schema to the model: references are followed, alternatives merged, and objects become property types.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::document::Document;
use super::keywords::{branches, object, objects, schema, text, texts, unexpected};
use super::{constraints, keywords};
use crate::Error;
use crate::model::{Attribute, Constraints, Property, PropertyType, Resource, Type, UpdateType};
use crate::resolve::segments;
use crate::tags;

/// How references to definitions start; there are a few to properties, too.
const DEFINITIONS: &str = "#/definitions/";
const PROPERTIES: &str = "#/properties/";
/// How deep types may be nested in each other.
const MAX_DEPTH: usize = 64;

/// What a schema defines: its type, and the limits of its values.
type Found = (Type, Constraints);

pub(super) fn resource(document: &Document) -> Result<Resource, Error> {
    let [_, service, name] = segments(&document.type_name, "typeName")?;
    let mut reader = Reader {
        document,
        documentation: document.documentation_url.clone().unwrap_or_else(|| documentation(service, name)),
        create_only: pointers(&document.create_only_properties),
        conditional_create_only: pointers(&document.conditional_create_only_properties),
        pending: Vec::new(),
        names: BTreeMap::new(),
        others: BTreeMap::new(),
        property_types: BTreeMap::new(),
    };
    let read_only = pointers(&document.read_only_properties);
    let mut properties = Vec::new();
    for (name, value) in &document.properties {
        if read_only.contains(name) {
            continue;
        }
        properties.push(reader.property(Place::top(name), value, document.required.contains(name))?);
    }
    properties.sort_by(|a, b| a.name.cmp(&b.name));
    let attributes = reader.attributes(&read_only)?;
    reader.finish_property_types()?;
    let property_types: Vec<PropertyType> = reader.property_types.into_values().collect();
    Ok(Resource {
        tags: tags::of_resource(&document.type_name, name, &properties, &property_types),
        cloudformation_name: document.type_name.clone(),
        name: name.to_owned(),
        documentation: reader.documentation,
        properties,
        attributes,
        property_types,
        additional_properties: false,
    })
}

/// Where the documentation of a resource type mostly is.
fn documentation(service: &str, name: &str) -> String {
    let page = format!("aws-resource-{service}-{name}").to_ascii_lowercase();
    format!("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/{page}.html")
}

/// `/properties/A/B` as `A.B`.
fn pointers(list: &[String]) -> BTreeSet<String> {
    let dotted = |pointer: &String| pointer.trim_start_matches("/properties/").replace('/', ".");
    list.iter().map(dotted).collect()
}

/// A property: where it is in the schema, and where in a template.
#[derive(Clone)]
struct Place {
    /// In the JSON.
    path: String,
    /// As read-only and create-only properties are listed: `A.B`; none below a list or map.
    pointer: Option<String>,
    name: String,
    /// The property type that it belongs to; empty at the top.
    parent: String,
}

impl Place {
    fn top(name: &str) -> Self {
        Self {
            path: format!("properties/{name}"),
            pointer: Some(name.to_owned()),
            name: name.to_owned(),
            parent: String::new(),
        }
    }
}

struct Reader<'a> {
    document: &'a Document,
    documentation: String,
    create_only: BTreeSet<String>,
    conditional_create_only: BTreeSet<String>,
    /// Property types whose properties are still to be read.
    pending: Vec<Pending<'a>>,
    /// The names of definitions that are property types.
    names: BTreeMap<&'a str, String>,
    /// What other definitions are, so that what is inside them is found once.
    others: BTreeMap<&'a str, Found>,
    property_types: BTreeMap<String, PropertyType>,
}

/// A property type before its properties are read.
struct Pending<'a> {
    name: String,
    path: String,
    pointer: Option<String>,
    schema: &'a Map<String, Value>,
}

impl<'a> Reader<'a> {
    fn property(&mut self, place: Place, value: &'a Value, required: bool) -> Result<Property, Error> {
        crate::resolve::check_name(&place.name, &place.path)?;
        let (r#type, constraints) = self.find(&place, value, 0)?;
        let listed = |list: &BTreeSet<String>| place.pointer.as_ref().is_some_and(|pointer| list.contains(pointer));
        let update = if listed(&self.create_only) {
            UpdateType::Immutable
        } else if listed(&self.conditional_create_only) {
            UpdateType::Conditional
        } else {
            UpdateType::Mutable
        };
        let documentation = self.documentation.clone();
        Ok(Property { name: place.name, r#type, documentation, required, update, constraints })
    }

    /// What a schema defines.
    fn find(&mut self, place: &Place, value: &'a Value, depth: usize) -> Result<Found, Error> {
        if depth > MAX_DEPTH {
            return Err(Error::AliasCycle { path: place.path.clone() });
        }
        let schema = schema(&place.path, value)?;
        if let Some(reference) = text(&place.path, schema, "$ref")? {
            let (r#type, inherited) = self.reference(place, reference, depth)?;
            return Ok((r#type, constraints::of_schema(&place.path, schema, inherited)?));
        }
        if self.is_object(&place.path, schema, depth)? {
            return Ok((self.inline_object(place, schema, depth)?, Constraints::default()));
        }
        let own = constraints::of_schema(&place.path, schema, Constraints::default())?;
        match self.primitive(&place.path, schema)? {
            Some("array") => self.list(place, schema, own, depth),
            Some("object") => Ok((self.map(place, schema, depth)?, Constraints::default())),
            Some(primitive) => Ok((primitive_type(primitive, text(&place.path, schema, "format")?), own)),
            None => self.alternatives(place, schema, depth),
        }
    }

    fn list(
        &mut self,
        place: &Place,
        schema: &'a Map<String, Value>,
        own: Constraints,
        depth: usize,
    ) -> Result<Found, Error> {
        let Some(items) = schema.get("items") else { return Ok((Type::List(Type::Json.into()), own)) };
        let place = Place { path: format!("{}/items", place.path), pointer: None, ..place.clone() };
        let (item, of_items) = self.find(&place, items, depth + 1)?;
        // The limits of a list of lists are those of its innermost values; how many there are is said of the list.
        Ok((Type::List(item.into()), Constraints { items: own.items, ..of_items }))
    }

    fn map(&mut self, place: &Place, schema: &'a Map<String, Value>, depth: usize) -> Result<Type, Error> {
        let patterns = objects(&place.path, schema, "patternProperties")?;
        let additional = schema.get("additionalProperties").filter(|value| value.is_object());
        let values: Vec<&Value> = patterns.iter().map(|(_, value)| *value).chain(additional).collect();
        let mut types = Vec::new();
        for value in values {
            let path = format!("{}/patternProperties", place.path);
            types.push(self.find(&Place { path, pointer: None, ..place.clone() }, value, depth + 1)?.0);
        }
        types.dedup();
        Ok(match types.len() {
            1 => Type::Map(types.remove(0).into()),
            _ => Type::Json,
        })
    }

    /// The one type of a schema; nothing where it has none, or several.
    fn primitive(&self, path: &str, schema: &'a Map<String, Value>) -> Result<Option<&'a str>, Error> {
        match schema.get("type") {
            None if schema.contains_key("items") => Ok(Some("array")),
            None if schema.contains_key("patternProperties") => Ok(Some("object")),
            None if schema.contains_key("enum") || schema.contains_key("pattern") => Ok(Some("string")),
            None => Ok(None),
            Some(Value::String(name)) => Ok(Some(known_type(path, name)?)),
            Some(Value::Array(names)) => {
                let mut known = Vec::new();
                for name in names {
                    let name = name.as_str().ok_or_else(|| unexpected(&format!("{path}/type"), "texts"))?;
                    known.push(known_type(path, name)?);
                }
                known.retain(|name| *name != "null");
                Ok(if let [only] = known[..] { Some(only) } else { None })
            }
            Some(_) => Err(unexpected(&format!("{path}/type"), "text or a list")),
        }
    }

    /// A schema without a type of its own: what all its alternatives agree on, else any JSON.
    fn alternatives(&mut self, place: &Place, schema: &'a Map<String, Value>, depth: usize) -> Result<Found, Error> {
        let mut types = Vec::new();
        for (path, branch) in branches(&place.path, schema)? {
            let found = self.find(&Place { path, ..place.clone() }, branch, depth + 1)?.0;
            if found != Type::Json || !is_requirement(branch) {
                types.push(found);
            }
        }
        types.dedup();
        let agreed = if types.len() == 1 { types.remove(0) } else { Type::Json };
        Ok((agreed, Constraints::default()))
    }

    fn reference(&mut self, place: &Place, reference: &'a str, depth: usize) -> Result<Found, Error> {
        let unknown = || Error::UnknownPropertyType { path: place.path.clone(), name: reference.to_owned() };
        if let Some(name) = reference.strip_prefix(PROPERTIES) {
            let value = self.document.properties.get(name).ok_or_else(unknown)?;
            return self.find(&Place { path: format!("properties/{name}"), ..place.clone() }, value, depth + 1);
        }
        let name = reference.strip_prefix(DEFINITIONS).ok_or_else(unknown)?;
        let value = self.document.definitions.get(name).ok_or_else(unknown)?;
        let path = format!("definitions/{name}");
        let definition = schema(&path, value)?;
        if !self.is_object(&path, definition, depth)? {
            if let Some(known) = self.others.get(name) {
                return Ok(known.clone());
            }
            let place = Place { path, name: name.to_owned(), parent: String::new(), pointer: place.pointer.clone() };
            let found = self.find(&place, value, depth + 1)?;
            self.others.insert(name, found.clone());
            return Ok(found);
        }
        if is_tag(name, definition) {
            return Ok((Type::Tag, Constraints::default()));
        }
        if let Some(known) = self.names.get(name) {
            return Ok((Type::Named(known.clone()), Constraints::default()));
        }
        let unique = self.unique("", &type_name(name));
        self.names.insert(name, unique.clone());
        self.pending.push(Pending { name: unique.clone(), path, pointer: place.pointer.clone(), schema: definition });
        Ok((Type::Named(unique), Constraints::default()))
    }

    fn inline_object(&mut self, place: &Place, schema: &'a Map<String, Value>, depth: usize) -> Result<Type, Error> {
        if depth > MAX_DEPTH {
            return Err(Error::AliasCycle { path: place.path.clone() });
        }
        let name = self.unique(&place.parent, &type_name(&place.name));
        let pointer = place.pointer.clone();
        self.pending.push(Pending { name: name.clone(), path: place.path.clone(), pointer, schema });
        Ok(Type::Named(name))
    }

    /// A name that no property type has yet: the wanted one, else that with its parent's before it.
    fn unique(&self, parent: &str, wanted: &str) -> String {
        let taken = |name: &str| {
            self.document.definitions.keys().any(|known| !parent.is_empty() && type_name(known) == name)
                || self.names.values().any(|known| known == name)
                || self.pending.iter().any(|pending| pending.name == name)
                || self.property_types.contains_key(name)
        };
        let numbered = (2..).map(|number| format!("{parent}{wanted}{number}"));
        let mut names = [wanted.to_owned(), format!("{parent}{wanted}")].into_iter().chain(numbered);
        names.find(|name| !taken(name)).unwrap_or_default()
    }

    /// Whether a schema is an object with properties, its own or those of its alternatives.
    fn is_object(&self, path: &str, schema: &'a Map<String, Value>, depth: usize) -> Result<bool, Error> {
        if !objects(path, schema, "properties")?.is_empty() {
            return Ok(self.primitive(path, schema)?.is_none_or(|name| name == "object") && !is_union(schema));
        }
        if depth > MAX_DEPTH || is_union(schema) || self.primitive(path, schema)?.is_some_and(|name| name != "object") {
            return Ok(false);
        }
        for (path, branch) in branches(path, schema)? {
            let branch = keywords::schema(&path, branch)?;
            if !branch.contains_key("$ref") && self.is_object(&path, branch, depth + 1)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn finish_property_types(&mut self) -> Result<(), Error> {
        while let Some(Pending { name, path, pointer, schema }) = self.pending.pop() {
            let mut found: BTreeMap<&str, (String, &Value)> = BTreeMap::new();
            let mut required = BTreeSet::new();
            self.collect(&path, schema, true, &mut found, &mut required, 0)?;
            // The name is taken while its own properties are read.
            let cloudformation_name = format!("{}.{name}", self.document.type_name);
            let documentation = self.documentation.clone();
            let empty = PropertyType { cloudformation_name, name: name.clone(), documentation, properties: Vec::new() };
            self.property_types.insert(name.clone(), empty);
            let mut properties = Vec::new();
            for (property, (path, value)) in found {
                let pointer = pointer.as_ref().map(|pointer| format!("{pointer}.{property}"));
                let place = Place { path, pointer, name: property.to_owned(), parent: name.clone() };
                properties.push(self.property(place, value, required.contains(property))?);
            }
            if let Some(property_type) = self.property_types.get_mut(&name) {
                property_type.properties = properties;
            }
        }
        Ok(())
    }

    /// The properties of an object and of its alternatives, of which only `allOf` can require any.
    fn collect(
        &self,
        path: &str,
        schema: &'a Map<String, Value>,
        requires: bool,
        found: &mut BTreeMap<&'a str, (String, &'a Value)>,
        required: &mut BTreeSet<&'a str>,
        depth: usize,
    ) -> Result<(), Error> {
        if depth > MAX_DEPTH {
            return Err(Error::AliasCycle { path: path.to_owned() });
        }
        for (name, value) in objects(path, schema, "properties")? {
            found.entry(name).or_insert_with(|| (format!("{path}/properties/{name}"), value));
        }
        let listed = texts(path, schema, "required")?;
        if requires {
            required.extend(listed);
        }
        for (path, branch) in branches(path, schema)? {
            let in_all = requires && path.contains("/allOf/");
            let branch = keywords::schema(&path, branch)?;
            self.collect(&path, branch, in_all, found, required, depth + 1)?;
        }
        Ok(())
    }

    fn attributes(&mut self, read_only: &BTreeSet<String>) -> Result<Vec<Attribute>, Error> {
        let mut attributes = Vec::new();
        for pointer in read_only {
            // What is in a list has no name that `Fn::GetAtt` could take.
            if pointer.split('.').any(|part| part == "*" || part == "items") {
                continue;
            }
            if let Some(r#type) = self.attribute(pointer)? {
                attributes.push(Attribute { name: pointer.clone(), r#type });
            }
        }
        Ok(attributes)
    }

    /// The type of an attribute; nothing if no property is there, as in some schemas.
    fn attribute(&mut self, pointer: &str) -> Result<Option<Type>, Error> {
        let mut parts = pointer.split('.');
        let first = parts.next().unwrap_or_default();
        let Some(mut value) = self.document.properties.get(first) else { return Ok(None) };
        let mut path = format!("properties/{first}");
        for part in parts {
            let mut schema = object(&path, value)?;
            if let Some(name) = text(&path, schema, "$ref")?.and_then(|reference| reference.strip_prefix(DEFINITIONS)) {
                path = format!("definitions/{name}");
                let unknown = || Error::UnknownPropertyType { path: path.clone(), name: name.to_owned() };
                schema = object(&path, self.document.definitions.get(name).ok_or_else(unknown)?)?;
            }
            let Some((_, next)) = objects(&path, schema, "properties")?.into_iter().find(|(name, _)| *name == part)
            else {
                return Ok(None);
            };
            path = format!("{path}/properties/{part}");
            value = next;
        }
        for part in pointer.split('.') {
            crate::resolve::check_name(part, &path)?;
        }
        let name = pointer.rsplit('.').next().unwrap_or_default().to_owned();
        let place = Place { path, pointer: None, name, parent: first.to_owned() };
        Ok(Some(self.find(&place, value, 0)?.0))
    }
}

/// Whether a schema allows several types that are not alike.
fn is_union(schema: &Map<String, Value>) -> bool {
    schema.get("type").and_then(Value::as_array).is_some_and(|types| types.len() > 1)
}

/// Whether an alternative only says which properties are required together.
fn is_requirement(branch: &Value) -> bool {
    branch.as_object().is_some_and(|branch| {
        ["type", "$ref", "properties", "items", "patternProperties"]
            .iter()
            .all(|keyword| !branch.contains_key(*keyword))
    })
}

fn known_type(path: &str, name: &str) -> Result<&'static str, Error> {
    const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];
    let found = TYPES.into_iter().find(|known| *known == name);
    found.ok_or_else(|| unexpected(&format!("{path}/type"), "a type of JSON schema"))
}

fn primitive_type(name: &str, format: Option<&str>) -> Type {
    match (name, format) {
        ("string", Some("json")) => Type::Json,
        ("string", _) => Type::String,
        ("boolean", _) => Type::Boolean,
        ("integer", _) => Type::Integer,
        ("number", _) => Type::Double,
        _ => Type::Json,
    }
}

/// A definition's name as that of a property type: a few have dots and colons.
fn type_name(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name);
    let mut letters: String = last.chars().filter(char::is_ascii_alphanumeric).collect();
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if letters.starts_with(|first: char| first.is_ascii_alphabetic()) { letters } else { format!("Type{letters}") }
}

/// Whether a definition is what the runtime's `CfnTag` is.
fn is_tag(name: &str, schema: &Map<String, Value>) -> bool {
    let properties = schema.get("properties").and_then(Value::as_object);
    let keys: BTreeSet<&str> =
        properties.into_iter().flat_map(|properties| properties.keys()).map(String::as_str).collect();
    name == "Tag" && keys == BTreeSet::from(["Key", "Value"])
}
