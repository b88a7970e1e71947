//! A schema as it is written: its top level, read strictly; the schemas of properties stay JSON.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::keywords::object;
use crate::Error;

/// The top level of a resource type's schema.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document {
    pub(super) type_name: String,
    pub(super) properties: Map<String, Value>,
    #[serde(default)]
    pub(super) definitions: Map<String, Value>,
    #[serde(default)]
    pub(super) required: Vec<String>,
    #[serde(default)]
    pub(super) read_only_properties: Vec<String>,
    #[serde(default)]
    pub(super) create_only_properties: Vec<String>,
    #[serde(default)]
    pub(super) conditional_create_only_properties: Vec<String>,
    #[serde(default)]
    pub(super) documentation_url: Option<String>,
}

/// The fields that are read above.
const READ: [&str; 9] = [
    "typeName",
    "properties",
    "definitions",
    "required",
    "readOnlyProperties",
    "createOnlyProperties",
    "conditionalCreateOnlyProperties",
    "documentationUrl",
    "additionalProperties",
];

/// The fields that say nothing about the types of properties.
const IGNORED: [&str; 32] = [
    "$comment",
    "$id",
    "$schema",
    "additionalIdentifiers",
    "allOf",
    "anyOf",
    "dependentExcluded",
    "dependentRequired",
    "deprecatedProperties",
    "description",
    "handlers",
    "lifecycle",
    "nonPublicDefinitions",
    "nonPublicProperties",
    "oneOf",
    "patternProperties",
    "primaryIdentifier",
    "propertyTransform",
    "relationships",
    "remote",
    "replacementStrategy",
    "requiredOr",
    "requiredXor",
    "resourceLink",
    "sourceUrl",
    "taggable",
    "tagging",
    "title",
    "type",
    "typeConfiguration",
    "uniqueItems",
    "writeOnlyProperties",
];

pub(super) fn parse(json: &[u8]) -> Result<Document, Error> {
    let malformed = |path: &str, source| Error::Malformed { path: path.to_owned(), source };
    let value: Value = serde_json::from_slice(json).map_err(|source| malformed(".", source))?;
    let fields = object(".", &value)?;
    let known = |field: &str| READ.contains(&field) || IGNORED.contains(&field);
    if let Some(field) = fields.keys().find(|field| !known(field)) {
        return Err(Error::UnknownKeyword { path: ".".to_owned(), keyword: field.clone() });
    }
    serde_path_to_error::deserialize(value).map_err(|error| malformed(&error.path().to_string(), error.into_inner()))
}
