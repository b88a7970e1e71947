//! The start of a construct of every resource type of the committed specification: it is Rust, and has each property.

#![allow(clippy::unwrap_used, reason = "all of this is a test")]

use std::io::Read;

use codegen::Error;
use codegen::Model;
use codegen::emit::start::start;

fn decompressed(bytes: &[u8]) -> Vec<u8> {
    let mut json = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut json).unwrap();
    json
}

fn model() -> Model {
    let specification = include_bytes!("../../spec/CloudFormationResourceSpecification.json.gz");
    let schemas = include_bytes!("../../spec/schemas.json.gz");
    let mut model = codegen::read(&decompressed(specification)).unwrap();
    codegen::merge(&mut model, codegen::extract::read(&decompressed(schemas)).unwrap()).unwrap();
    model
}

#[test]
fn every_resource_type_can_be_started() {
    let model = model();
    let mut count = 0;
    for service in model.services.values() {
        for resource in &service.resources {
            // A name that is none of `aws-cdk-core`.
            let name = format!("My{}", resource.name);
            let started = start(service, resource, &name).unwrap();
            for property in resource.properties.iter().filter(|property| property.required) {
                let named = format!("- `{}`: ", property.name);
                assert!(started.construct.contains(&named), "{}: {}", resource.cloudformation_name, property.name);
            }
            for attribute in &resource.attributes {
                let named = format!("/// The attribute `{}`: ", attribute.name);
                assert!(started.construct.contains(&named), "{}: {}", resource.cloudformation_name, attribute.name);
            }
            count += 1;
        }
    }
    assert!(count > 1500, "only {count}");
}

/// A specification with one resource type.
fn made_up(properties: &str, property_types: &str) -> Model {
    let json = format!(
        r#"{{ "ResourceSpecificationVersion": "1", "PropertyTypes": {{ {property_types} }}, "ResourceTypes": {{
            "AWS::Books::Book": {{ "Documentation": "https://example.com", "Properties": {{ {properties} }},
                "Attributes": {{ "Arn": {{ "PrimitiveType": "String" }}, "BookName": {{ "PrimitiveType": "String" }} }} }} }} }}"#
    );
    codegen::read(json.as_bytes()).unwrap()
}

fn property(name: &str, r#type: &str, required: bool) -> String {
    format!(
        r#""{name}": {{ "Documentation": "https://example.com", {type}, "Required": {required}, "UpdateType": "Mutable" }}"#
    )
}

#[test]
fn names_are_those_of_an_l2() {
    let text = r#""PrimitiveType": "String""#;
    let tags = r#""Type": "List", "ItemType": "Tag""#;
    let properties = [("BookName", text), ("Id", text), ("Scope", text), ("Tags", tags), ("type", text)];
    let properties = properties.map(|(name, r#type)| property(name, r#type, name == "Scope")).join(",");
    let key_and_value = [property("Key", text, true), property("Value", text, true)].join(",");
    let tag = format!(r#""Tag": {{ "Documentation": "https://example.com", "Properties": {{ {key_and_value} }} }}"#);
    let model = made_up(&properties, &tag);
    let service = &model.services["AWS::Books"];
    let started = start(service, &service.resources[0], "Book").unwrap();
    assert_eq!(started.case, "books-book");
    assert_eq!(started.export, "pub use book::{Book, BookBuilder};");
    for expected in [
        // What the CDK takes as `physicalName`, and a name of its own for what would hide the scope.
        "book_name: Option<PhysicalName>,",
        "id: impl Into<String>, book_scope: impl Into<Value<String>>",
        "book_id: Option<Value<String>>,",
        "r#type: Option<Value<String>>,",
        "pub fn book_arn(&self) -> Value<String> {\nself.resource.attr_arn().into()",
        "pub fn book_name(&self) -> Value<String> {\nself.name.name_attribute(self.resource.attr_book_name())",
    ] {
        assert!(started.construct.contains(expected), "no `{expected}` in\n{}", started.construct);
    }
    assert!(!started.construct.contains("tags"), "{}", started.construct);
}

#[test]
fn a_type_that_needs_itself_has_no_example() {
    let chapter = property("Next", r#""Type": "Chapter""#, true);
    let chapter = format!(
        r#""AWS::Books::Book.Chapter": {{ "Documentation": "https://example.com", "Properties": {{ {chapter} }} }}"#
    );
    let model = made_up(&property("First", r#""Type": "Chapter""#, true), &chapter);
    let service = &model.services["AWS::Books"];
    let error = start(service, &service.resources[0], "Book").unwrap_err();
    assert!(matches!(&error, Error::NoExample { path } if path == "AWS::Books::Book.First"), "{error}");
}
