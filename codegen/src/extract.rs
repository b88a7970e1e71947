//! What registry schemas say, as compact JSON: the form in which it is committed.
//!
//! By resource type: its properties, attributes and property types. A type is text: `string`, `boolean`, `integer`, `double`,
//! `timestamp`, `json`, `tag`, `.Name` for a property type; `[` before it for a list, `{` for a map.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::model::{Attribute, Constraints, Property, PropertyType, Resource, Type, UpdateType};
use crate::resolve::segments;
use crate::tags;

/// The facts of several schemas.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Extract {
    types: BTreeMap<String, ResourceFacts>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ResourceFacts {
    documentation: String,
    properties: Properties,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    types: BTreeMap<String, Properties>,
}

type Properties = BTreeMap<String, PropertyFacts>;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PropertyFacts {
    r#type: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(default, skip_serializing_if = "is_mutable")]
    update: Update,
    #[serde(default, skip_serializing_if = "Constraints::is_empty")]
    limits: Constraints,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Update {
    #[default]
    Mutable,
    Conditional,
    Immutable,
}

fn is_mutable(update: &Update) -> bool {
    *update == Update::Mutable
}

/// Writes the facts of resource types, sorted.
///
/// # Errors
/// [`Error::Malformed`] if a number cannot be written as JSON.
pub fn write(resources: &[Resource]) -> Result<String, Error> {
    let mut extract = Extract::default();
    for resource in resources {
        let attributes = resource.attributes.iter();
        let types = resource.property_types.iter();
        extract.types.insert(
            resource.cloudformation_name.clone(),
            ResourceFacts {
                documentation: resource.documentation.clone(),
                properties: facts(&resource.properties),
                attributes: attributes.map(|one| (one.name.clone(), write_type(&one.r#type))).collect(),
                types: types.map(|one| (one.name.clone(), facts(&one.properties))).collect(),
            },
        );
    }
    serde_json::to_string(&extract).map_err(|source| Error::Malformed { path: ".".to_owned(), source })
}

/// Reads what [`write()`] wrote.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Name`], [`Error::Unexpected`] and [`Error::UnknownPropertyType`], with the place.
pub fn read(json: &[u8]) -> Result<Vec<Resource>, Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let extract: Extract = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| Error::Malformed { path: error.path().to_string(), source: error.into_inner() })?;
    deserializer.end().map_err(|source| Error::Malformed { path: ".".to_owned(), source })?;
    extract.types.into_iter().map(|(name, facts)| resource(name, facts)).collect()
}

fn resource(cloudformation_name: String, facts: ResourceFacts) -> Result<Resource, Error> {
    let path = format!("types.{cloudformation_name}");
    let [_, _, name] = segments(&cloudformation_name, &path)?;
    let name = name.to_owned();
    let documentation = facts.documentation;
    let known: Vec<String> = facts.types.keys().cloned().collect();
    let reader = TypeReader { known: &known, documentation: &documentation };
    let mut property_types = Vec::new();
    for (type_name, own) in facts.types {
        let path = format!("{path}.types.{type_name}");
        crate::resolve::check_name(&type_name, &path)?;
        property_types.push(PropertyType {
            cloudformation_name: format!("{cloudformation_name}.{type_name}"),
            name: type_name,
            documentation: documentation.clone(),
            properties: reader.properties(&path, own)?,
        });
    }
    let properties = reader.properties(&path, facts.properties)?;
    let mut attributes = Vec::new();
    for (attribute, r#type) in facts.attributes {
        let path = format!("{path}.attributes.{attribute}");
        attribute.split('.').try_for_each(|part| crate::resolve::check_name(part, &path))?;
        attributes.push(Attribute { r#type: reader.read_type(&path, &r#type)?, name: attribute });
    }
    Ok(Resource {
        tags: tags::of_resource(&cloudformation_name, &name, &properties, &property_types),
        cloudformation_name,
        name,
        documentation,
        properties,
        attributes,
        property_types,
        additional_properties: false,
    })
}

struct TypeReader<'a> {
    known: &'a [String],
    documentation: &'a str,
}

impl TypeReader<'_> {
    fn properties(&self, path: &str, properties: Properties) -> Result<Vec<Property>, Error> {
        let property = |(name, facts): (String, PropertyFacts)| {
            let path = format!("{path}.properties.{name}");
            crate::resolve::check_name(&name, &path)?;
            Ok(Property {
                r#type: self.read_type(&path, &facts.r#type)?,
                name,
                documentation: self.documentation.to_owned(),
                required: facts.required,
                update: match facts.update {
                    Update::Mutable => UpdateType::Mutable,
                    Update::Conditional => UpdateType::Conditional,
                    Update::Immutable => UpdateType::Immutable,
                },
                constraints: facts.limits,
            })
        };
        properties.into_iter().map(property).collect()
    }

    fn read_type(&self, path: &str, text: &str) -> Result<Type, Error> {
        let inner = |text: &str| self.read_type(path, text).map(Box::new);
        Ok(match text {
            "string" => Type::String,
            "timestamp" => Type::Timestamp,
            "boolean" => Type::Boolean,
            "integer" => Type::Integer,
            "double" => Type::Double,
            "json" => Type::Json,
            "tag" => Type::Tag,
            _ => match text.split_at_checked(1) {
                Some(("[", item)) => Type::List(inner(item)?),
                Some(("{", item)) => Type::Map(inner(item)?),
                Some((".", name)) if self.known.iter().any(|known| known == name) => Type::Named(name.to_owned()),
                Some((".", name)) => {
                    return Err(Error::UnknownPropertyType { path: path.to_owned(), name: name.to_owned() });
                }
                _ => return Err(Error::Unexpected { path: path.to_owned(), expected: "a type" }),
            },
        })
    }
}

fn facts(properties: &[Property]) -> Properties {
    let fact = |property: &Property| PropertyFacts {
        r#type: write_type(&property.r#type),
        required: property.required,
        update: match property.update {
            UpdateType::Mutable => Update::Mutable,
            UpdateType::Conditional => Update::Conditional,
            UpdateType::Immutable => Update::Immutable,
        },
        limits: property.constraints.clone(),
    };
    properties.iter().map(|property| (property.name.clone(), fact(property))).collect()
}

fn write_type(r#type: &Type) -> String {
    match r#type {
        Type::String => "string".to_owned(),
        Type::Timestamp => "timestamp".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Double => "double".to_owned(),
        Type::Json => "json".to_owned(),
        Type::Tag => "tag".to_owned(),
        Type::List(item) => format!("[{}", write_type(item)),
        Type::Map(item) => format!("{{{}", write_type(item)),
        Type::Named(name) => format!(".{name}"),
    }
}
