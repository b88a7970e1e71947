//! The reader of registry schemas: a made-up one with every shape, its errors, and the extract and the merging of what it reads.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write;

use codegen::Error;
use codegen::model::{Property, Resource};
use expect_test::{Expect, expect};

const SCHEMA: &str = include_str!("made_up/schema.json");

fn describe(property: &Property) -> String {
    let mut text = format!("{}: {:?}", property.name, property.r#type);
    if property.required {
        text += ", required";
    }
    if property.update != codegen::model::UpdateType::Mutable {
        let _ = write!(text, ", {:?}", property.update);
    }
    if !property.constraints.is_empty() {
        let limits = serde_json::to_string(&property.constraints).unwrap();
        let _ = write!(text, " {limits}");
    }
    text
}

fn describe_all(resource: &Resource) -> String {
    let mut text = String::new();
    let mut section = |name: &str, properties: &[Property]| {
        let _ = writeln!(text, "{name}");
        for property in properties {
            let _ = writeln!(text, "  {}", describe(property));
        }
    };
    section(&resource.cloudformation_name, &resource.properties);
    for property_type in &resource.property_types {
        section(&property_type.cloudformation_name, &property_type.properties);
    }
    for attribute in &resource.attributes {
        let _ = writeln!(text, "attribute {}: {:?}", attribute.name, attribute.r#type);
    }
    text
}

#[test]
fn every_shape_is_read() {
    let resource = codegen::schema::read(SCHEMA.as_bytes()).unwrap();
    expect![[r#"
        AWS::Made::Schema
          At: String
          Both: Named("Both")
          Choice: Named("Choice")
          Counts: Map(Integer)
          Document: Json
          Free: Json
          Inner: Named("Inner")
          Kind: String, Conditional {"values":["FIRST","SECOND"]}
          Labels: Map(String)
          MoreNames: List(String) {"pattern":"^[a-z]+$","items":{"max":3}}
          Name: String, required, Immutable {"length":{"min":1,"max":64}}
          Names: List(String) {"pattern":"^[a-z]+$","items":{"min":1}}
          OneKind: String
          OtherRules: List(Named("Rules"))
          Part: Named("Part"), required
          Rules: List(Named("Rules"))
          Status: Named("Status")
          Tags: List(Tag)
        AWS::Made::Schema.Both
          One: Boolean, required
          Two: Boolean
        AWS::Made::Schema.Choice
          Left: String
          Right: Double {"range":{"min":0.5}}
        AWS::Made::Schema.Inline
          Inner: Named("InlineInner")
        AWS::Made::Schema.InlineInner
          A: String
        AWS::Made::Schema.Inner
          B: String
        AWS::Made::Schema.Part
          Inline: Named("Inline")
          Inner: Named("PartInner")
          Kind: String, required, Immutable {"values":["FIRST","SECOND"]}
          Parts: List(Named("Part"))
        AWS::Made::Schema.PartInner
          Depth: Integer {"range":{"min":1.0,"max":10.0}}
        AWS::Made::Schema.Rules
          Rule: String {"values":["FIRST","SECOND"]}
        AWS::Made::Schema.Status
          Code: Integer
        attribute Arn: String
        attribute Status.Code: Integer
    "#]]
    .assert_eq(&describe_all(&resource));
    assert_eq!(resource.documentation, "https://example.com/schema");
    assert!(resource.tags.is_some());
}

#[test]
fn the_extract_keeps_everything() {
    let resource = codegen::schema::read(SCHEMA.as_bytes()).unwrap();
    let extract = codegen::extract::write(std::slice::from_ref(&resource)).unwrap();
    let again = codegen::extract::read(extract.as_bytes()).unwrap();
    assert_eq!(describe_all(&again[0]), describe_all(&resource));
}

#[test]
fn merging_adds_only_what_is_optional() {
    let specification = r#"{
        "ResourceSpecificationVersion": "1",
        "PropertyTypes": { "AWS::Made::Schema.Part": { "Documentation": "d", "Properties": {
            "Kind": { "Documentation": "d", "PrimitiveType": "String", "Required": false, "UpdateType": "Mutable" } } } },
        "ResourceTypes": { "AWS::Made::Schema": { "Documentation": "d", "Properties": {
            "Name": { "Documentation": "d", "PrimitiveType": "String", "Required": false, "UpdateType": "Mutable" },
            "Kind": { "Documentation": "d", "PrimitiveType": "Integer", "Required": true, "UpdateType": "Mutable" },
            "Part": { "Documentation": "d", "Type": "Part", "Required": false, "UpdateType": "Mutable" } } } }
    }"#;
    let mut model = codegen::read(specification.as_bytes()).unwrap();
    codegen::merge(&mut model, vec![codegen::schema::read(SCHEMA.as_bytes()).unwrap()]).unwrap();
    let resource = &model.services["AWS::Made"].resources[0];
    let found = |name: &str| describe(resource.properties.iter().find(|property| property.name == name).unwrap());
    // The specification decides, and limits of another type are not taken over.
    assert_eq!(found("Kind"), "Kind: Integer, required");
    assert_eq!(found("Name"), r#"Name: String {"length":{"min":1,"max":64}}"#);
    assert_eq!(found("At"), "At: String");
    assert_eq!(found("Rules"), r#"Rules: List(Named("Rules"))"#);
    assert!(resource.properties.iter().filter(|property| property.required).count() == 1);
    let names: Vec<&str> = resource.property_types.iter().map(|one| one.name.as_str()).collect();
    assert!(names.contains(&"Rules") && names.contains(&"Part"), "{names:?}");
    let part = resource.property_types.iter().find(|one| one.name == "Part").unwrap();
    assert_eq!(describe(&part.properties[2]), r#"Kind: String {"values":["FIRST","SECOND"]}"#);
    codegen::emit(&model, "AWS::Made").unwrap();
}

fn check_error(from: &str, to: &str, expected: Expect) {
    let damaged = SCHEMA.replacen(from, to, 1);
    assert_ne!(damaged, SCHEMA, "{from}");
    let error: Error = codegen::schema::read(damaged.as_bytes()).unwrap_err();
    expected.assert_eq(&error.to_string());
}

#[test]
fn errors_name_the_place() {
    check_error(
        "AWS::Made::Schema",
        "Made",
        expect!["`typeName` has a name that is not supported: expected `Vendor::Service::Resource`"],
    );
    check_error(r#""tagging""#, r#""tagged""#, expect!["`.` has the unknown keyword `tagged`"]);
    check_error(
        r#""minLength": 1, "maxLength""#,
        r#""shortest": 1, "maxLength""#,
        expect!["`properties/Name` has the unknown keyword `shortest`"],
    );
    check_error(
        "#/definitions/Choice",
        "#/definitions/Choices",
        expect!["`properties/Choice` refers to the property type `#/definitions/Choices`, which does not exist"],
    );
    check_error(
        r#""minimum": 1"#,
        r#""minimum": "one""#,
        expect!["`definitions/Part/properties/Inner/properties/Depth/minimum` is expected to be a number"],
    );
    check_error(
        r#""enum": ["SECOND", "FIRST"]"#,
        r#""enum": "SECOND""#,
        expect!["`definitions/Kind/enum` is expected to be a list"],
    );
    check_error(
        r#"{ "type": "boolean" }"#,
        r#"{ "type": "bool" }"#,
        expect!["`definitions/Both/allOf/0/properties/One/type` is expected to be a type of JSON schema"],
    );
    check_error(
        r#""Left""#,
        r#""Le-ft""#,
        expect![
            "`definitions/Choice/oneOf/0/properties/Le-ft` has a name that is not supported: expected a letter, then letters and digits"
        ],
    );
    check_error(
        r##"{ "type": "object" }"##,
        r##"{ "$ref": "#/definitions/Free" }"##,
        expect!["`definitions/Free` is an alias of itself"],
    );
    check_error("{", "", expect!["specification is malformed at `.`: trailing characters at line 2 column 13"]);
}
