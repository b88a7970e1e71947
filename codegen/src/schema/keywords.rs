//! The keywords of the schemas of properties, and reading them with an error that names the place.

use serde_json::{Map, Value};

use crate::Error;

/// Keywords that say what a value is.
const MEANING: [&str; 11] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "format",
    "items",
    "oneOf",
    "patternProperties",
    "properties",
    "required",
    "type",
];

/// Keywords that limit a value, and are read by [`super::constraints`].
const LIMITS: [&str; 8] = ["enum", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern"];

/// Keywords that are not needed here: texts, and limits that are not checked.
const IGNORED: [&str; 32] = [
    "$comment",
    "$id",
    "arrayType",
    "comment",
    "const",
    "contains",
    "default",
    "definitions",
    "dependencies",
    "dependentExcluded",
    "dependentRequired",
    "description",
    "else",
    "enumCaseInsensitive",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "if",
    "insertionOrder",
    "maxProperties",
    "maxUniqueItems",
    "minProperties",
    "multipleOf",
    "not",
    "prefixItems",
    "relationshipRef",
    "requiredOr",
    "requiredXor",
    "then",
    "title",
    "uniqueItems",
    "uniqueKeys",
];

/// A schema at a path, of which every keyword is known.
pub(super) fn schema<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, Error> {
    let schema = object(path, value)?;
    let known = |keyword: &str| MEANING.contains(&keyword) || LIMITS.contains(&keyword) || IGNORED.contains(&keyword);
    match schema.keys().find(|keyword| !known(keyword)) {
        Some(keyword) => Err(Error::UnknownKeyword { path: path.to_owned(), keyword: keyword.clone() }),
        None => Ok(schema),
    }
}

pub(super) fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, Error> {
    value.as_object().ok_or_else(|| unexpected(path, "an object"))
}

/// The object of a keyword; an empty one where the keyword is missing.
pub(super) fn objects<'a>(
    path: &str,
    schema: &'a Map<String, Value>,
    keyword: &str,
) -> Result<Vec<(&'a String, &'a Value)>, Error> {
    match schema.get(keyword) {
        Some(value) => Ok(object(&format!("{path}/{keyword}"), value)?.iter().collect()),
        None => Ok(Vec::new()),
    }
}

/// The alternatives of `oneOf`, `anyOf` and `allOf`, each with its path.
pub(super) fn branches<'a>(path: &str, schema: &'a Map<String, Value>) -> Result<Vec<(String, &'a Value)>, Error> {
    let mut branches = Vec::new();
    for keyword in ["oneOf", "anyOf", "allOf"] {
        let Some(value) = schema.get(keyword) else { continue };
        let path = format!("{path}/{keyword}");
        let list = value.as_array().ok_or_else(|| unexpected(&path, "a list"))?;
        branches.extend(list.iter().enumerate().map(|(index, branch)| (format!("{path}/{index}"), branch)));
    }
    Ok(branches)
}

/// The text of a keyword, if it has one.
pub(super) fn text<'a>(path: &str, schema: &'a Map<String, Value>, keyword: &str) -> Result<Option<&'a str>, Error> {
    match schema.get(keyword) {
        Some(value) => value.as_str().map(Some).ok_or_else(|| unexpected(&format!("{path}/{keyword}"), "text")),
        None => Ok(None),
    }
}

/// The texts of a list, such as those of `required`.
pub(super) fn texts<'a>(path: &str, schema: &'a Map<String, Value>, keyword: &str) -> Result<Vec<&'a str>, Error> {
    let Some(value) = schema.get(keyword) else { return Ok(Vec::new()) };
    let path = format!("{path}/{keyword}");
    let list = value.as_array().ok_or_else(|| unexpected(&path, "a list"))?;
    list.iter().map(|text| text.as_str().ok_or_else(|| unexpected(&path, "texts"))).collect()
}

pub(super) fn unexpected(path: &str, expected: &'static str) -> Error {
    Error::Unexpected { path: path.to_owned(), expected }
}
