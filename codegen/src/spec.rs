//! The specification as it is written: plain data read strictly from JSON, with nothing interpreted yet.
//!
//! An unknown field is an error, since it may change what a type means.

use serde::Deserialize;

use crate::Error;
use crate::entries::Entries;

/// The whole CloudFormation resource specification.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
pub struct Specification {
    /// By full name, as in `AWS::ApiGatewayV2::Api.Cors`, and the global `Tag`.
    pub property_types: Entries<PropertyType>,
    /// By name, as in `AWS::ApiGatewayV2::Api`.
    pub resource_types: Entries<ResourceType>,
    /// As in `236.0.0`.
    pub resource_specification_version: String,
}

/// A resource type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
pub struct ResourceType {
    /// The address of its documentation.
    pub documentation: String,
    /// By CloudFormation name.
    pub properties: Entries<Property>,
    /// What `Fn::GetAtt` returns, by name; a name may contain dots.
    #[serde(default)]
    pub attributes: Entries<TypeReference>,
    /// Whether properties may be set that are not listed, as for a custom resource.
    #[serde(default)]
    pub additional_properties: bool,
}

/// A property type: an object with `properties`, or, without them, an alias of a list or a primitive.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
pub struct PropertyType {
    /// The address of its documentation.
    pub documentation: String,
    /// By CloudFormation name; none for an alias.
    pub properties: Option<Entries<Property>>,
    /// `List` or `Map`, for an alias.
    pub r#type: Option<String>,
    /// For an alias of a list or map of a property type.
    pub item_type: Option<String>,
    /// For an alias of a primitive.
    pub primitive_type: Option<Primitive>,
    /// For an alias of a list or map of a primitive.
    pub primitive_item_type: Option<Primitive>,
    /// Stated for aliases, where it means nothing.
    pub required: Option<bool>,
    /// Stated for aliases, where it means nothing.
    pub update_type: Option<UpdateType>,
}

/// A property of a resource type or property type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
pub struct Property {
    /// The address of its documentation.
    pub documentation: String,
    /// Whether it must be set.
    pub required: bool,
    /// What changing it does to the resource.
    pub update_type: UpdateType,
    /// For a list, whether an item may occur twice.
    pub duplicates_allowed: Option<bool>,
    /// `List`, `Map`, or a property type of the same resource type.
    pub r#type: Option<String>,
    /// The property type of a list's or map's items.
    pub item_type: Option<String>,
    /// Instead of `type`.
    pub primitive_type: Option<Primitive>,
    /// Instead of `item_type`.
    pub primitive_item_type: Option<Primitive>,
}

/// The four fields that state a type, alone: what an attribute consists of.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
pub struct TypeReference {
    /// `List`, `Map`, or a property type of the same resource type.
    pub r#type: Option<String>,
    /// The property type of a list's or map's items.
    pub item_type: Option<String>,
    /// Instead of `type`.
    pub primitive_type: Option<Primitive>,
    /// Instead of `item_type`.
    pub primitive_item_type: Option<Primitive>,
}

impl Property {
    /// The fields that state the type.
    #[must_use]
    pub fn type_reference(&self) -> TypeReference {
        TypeReference {
            r#type: self.r#type.clone(),
            item_type: self.item_type.clone(),
            primitive_type: self.primitive_type,
            primitive_item_type: self.primitive_item_type,
        }
    }
}

impl PropertyType {
    /// The fields that state what an alias stands for.
    #[must_use]
    pub fn type_reference(&self) -> TypeReference {
        TypeReference {
            r#type: self.r#type.clone(),
            item_type: self.item_type.clone(),
            primitive_type: self.primitive_type,
            primitive_item_type: self.primitive_item_type,
        }
    }
}

/// A type that is not made of others.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Primitive {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A 32-bit number.
    Integer,
    /// A 64-bit number.
    Long,
    /// A floating-point number.
    Double,
    /// Text in the form of ISO 8601.
    Timestamp,
    /// Any JSON.
    Json,
}

/// What CloudFormation does with a resource when a property changes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum UpdateType {
    /// Updates it in place.
    Mutable,
    /// Replaces it.
    Immutable,
    /// One or the other, depending on what changes.
    Conditional,
}

/// Reads a specification.
///
/// # Errors
/// [`Error::Malformed`], with the path into the JSON, for anything that does not have the known form.
pub fn parse(json: &[u8]) -> Result<Specification, Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let specification = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| Error::Malformed { path: error.path().to_string(), source: error.into_inner() })?;
    deserializer.end().map_err(|source| Error::Malformed { path: ".".to_owned(), source })?;
    Ok(specification)
}
