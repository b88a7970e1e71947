//! The second reader: CloudFormation registry schemas, the JSON schema that each resource type is registered with.
//!
//! A schema gives the same [`Resource`] as the resource specification does, and with it what the specification does not
//! state: enumerations, patterns, lengths and ranges. Its form: <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html>.
//!
//! An unknown keyword is an error, since it may change what a type means.

mod constraints;
mod document;
mod keywords;
mod reader;

use crate::Error;
use crate::model::Resource;

/// Reads the schema of one resource type.
///
/// # Errors
/// [`Error::Malformed`] and the errors of schemas, with the path into the JSON.
///
/// ```
/// let schema = br#"{
///     "typeName": "AWS::Books::Book",
///     "properties": { "Title": { "type": "string", "maxLength": 100 }, "Arn": { "type": "string" } },
///     "readOnlyProperties": ["/properties/Arn"]
/// }"#;
/// let book = codegen::schema::read(schema).unwrap();
/// assert_eq!(book.properties[0].constraints.length.max, Some(100));
/// assert_eq!(book.attributes[0].name, "Arn");
/// ```
pub fn read(json: &[u8]) -> Result<Resource, Error> {
    let document = document::parse(json)?;
    reader::resource(&document)
}
