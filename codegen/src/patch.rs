//! Properties that CloudFormation has and the specification does not list, added to it as it is read.
//!
//! A patch that a newer specification has made needless, or whose type it no longer has, is an error.

use serde::Deserialize;

use crate::Error;
use crate::entries::Entries;
use crate::spec::{Property, Specification};

/// Properties to add, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct Patch {
    why: String,
    resource_types: Entries<PatchedType>,
}

/// The properties to add to a resource type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct PatchedType {
    properties: Entries<Property>,
}

/// Applies a patch, by its name and text.
pub(crate) fn apply(specification: &mut Specification, name: &str, json: &[u8]) -> Result<(), Error> {
    let malformed = |source| Error::Malformed { path: name.to_owned(), source };
    let patch: Patch = serde_json::from_slice(json).map_err(malformed)?;
    let stale = |path: String| Error::StalePatch { patch: name.to_owned(), path };
    if patch.why.is_empty() {
        return Err(stale("Why".to_owned()));
    }
    for (type_name, added) in patch.resource_types.into_entries() {
        let Some(resource) = specification.resource_types.get_mut(&type_name) else { return Err(stale(type_name)) };
        for (property, value) in added.properties.into_entries() {
            if !resource.properties.insert_new(property.clone(), value) {
                return Err(stale(format!("{type_name}.{property}")));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec;

    const SPECIFICATION: &[u8] = br#"{
        "PropertyTypes": {}, "ResourceSpecificationVersion": "1",
        "ResourceTypes": { "AWS::A::B": { "Documentation": "d", "Properties": {} } }
    }"#;

    fn patch(type_name: &str) -> String {
        let property =
            r#"{ "Documentation": "d", "Required": false, "UpdateType": "Mutable", "PrimitiveType": "String" }"#;
        format!(r#"{{ "Why": "w", "ResourceTypes": {{ "{type_name}": {{ "Properties": {{ "C": {property} }} }} }} }}"#)
    }

    #[test]
    fn a_patch_applies_once() {
        let mut specification = spec::parse(SPECIFICATION).unwrap();
        apply(&mut specification, "001.json", patch("AWS::A::B").as_bytes()).unwrap();
        assert!(specification.resource_types["AWS::A::B"].properties.contains_key("C"));
        let error = apply(&mut specification, "001.json", patch("AWS::A::B").as_bytes()).unwrap_err();
        assert!(error.to_string().contains("`AWS::A::B.C`"), "{error}");
        let error = apply(&mut specification, "001.json", patch("AWS::A::D").as_bytes()).unwrap_err();
        assert!(error.to_string().contains("`AWS::A::D`"), "{error}");
    }
}
