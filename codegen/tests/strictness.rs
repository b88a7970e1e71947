//! What is not understood is an error that names the path into the JSON.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use expect_test::{Expect, expect};

const SPECIFICATION: &str = include_str!("made_up/specification.json");

/// The error after one replacement in the made-up specification.
fn check(from: &str, to: &str, expected: Expect) {
    assert!(SPECIFICATION.contains(from), "nothing to replace: {from}");
    let error = codegen::read(SPECIFICATION.replacen(from, to, 1).as_bytes()).unwrap_err();
    expected.assert_eq(&error.to_string());
}

#[test]
fn unknown_field() {
    check(
        r##""Documentation": "http://example.com/part#size""##,
        r##""Documentation": "http://example.com/part#size", "Sensitive": true"##,
        expect![
            "specification is malformed at `PropertyTypes.AWS::Made::Thing.Part.Properties.SizeInGBs.Sensitive`: unknown field `Sensitive`, expected one of `Documentation`, `Required`, `UpdateType`, `DuplicatesAllowed`, `Type`, `ItemType`, `PrimitiveType`, `PrimitiveItemType` at line 29 column 83"
        ],
    );
    check(
        r#""AdditionalProperties": true"#,
        r#""AdditionalThings": true"#,
        expect![
            "specification is malformed at `ResourceTypes.AWS::Made::Custom.AdditionalThings`: unknown field `AdditionalThings`, expected one of `Documentation`, `Properties`, `Attributes`, `AdditionalProperties` at line 35 column 24"
        ],
    );
}

#[test]
fn wrong_kind() {
    check(
        r#""AdditionalProperties": true"#,
        r#""AdditionalProperties": "yes""#,
        expect![[
            r#"specification is malformed at `ResourceTypes.AWS::Made::Custom.AdditionalProperties`: invalid type: string "yes", expected a boolean at line 35 column 35"#
        ]],
    );
    check(
        r#""UpdateType": "Conditional""#,
        r#""UpdateType": "Sometimes""#,
        expect![
            "specification is malformed at `ResourceTypes.AWS::Made::Thing.Properties.CreatedAt.UpdateType`: unknown variant `Sometimes`, expected one of `Mutable`, `Immutable`, `Conditional` at line 52 column 152"
        ],
    );
    check(
        r#""Raw": { "PrimitiveType": "Json" }"#,
        r#""Raw": { "PrimitiveType": "Yaml" }"#,
        expect![
            "specification is malformed at `ResourceTypes.AWS::Made::Thing.Attributes.Raw.PrimitiveType`: unknown variant `Yaml`, expected one of `String`, `Boolean`, `Integer`, `Long`, `Double`, `Timestamp`, `Json` at line 77 column 40"
        ],
    );
    check(
        r#""ResourceTypes": {"#,
        r#""ResourceTypes": [], "ResourceType": {"#,
        expect![
            "specification is malformed at `ResourceTypes`: invalid type: sequence, expected an object at line 33 column 19"
        ],
    );
}

#[test]
fn missing_field() {
    check(
        r#""ResourceSpecificationVersion": "1.0.0","#,
        "",
        expect!["specification is malformed at `.`: missing field `ResourceSpecificationVersion` at line 81 column 1"],
    );
    check(
        r#""Documentation": "http://example.com/nothing", "#,
        "",
        expect![
            "specification is malformed at `ResourceTypes.AWS::Made::Nothing`: missing field `Documentation` at line 41 column 46"
        ],
    );
    check(
        r#""Raw": { "PrimitiveType": "Json" }"#,
        r#""Raw": {}"#,
        expect!["`ResourceTypes.AWS::Made::Thing.Attributes.Raw` has no type: expected `Type` or `PrimitiveType`"],
    );
    check(
        r#""Names": { "Type": "List", "PrimitiveItemType": "String" }"#,
        r#""Names": { "Type": "List" }"#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Attributes.Names` is a list and needs exactly one of `ItemType` and `PrimitiveItemType`"
        ],
    );
}

#[test]
fn contradictory_fields() {
    check(
        r#""Part": { "Type": "Part" }"#,
        r#""Part": { "Type": "Part", "PrimitiveType": "Json" }"#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Attributes.Part` has `PrimitiveType`, which does not fit beside its other fields"
        ],
    );
    check(
        r#""Part": { "Type": "Part" }"#,
        r#""Part": { "Type": "Part", "ItemType": "Part" }"#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Attributes.Part` has `ItemType`, which does not fit beside its other fields"
        ],
    );
    check(
        r#""http://example.com/empty", "Properties": {}"#,
        r#""http://example.com/empty", "Properties": {}, "Type": "List""#,
        expect!["`PropertyTypes.AWS::Made::Thing.Empty` has `Type`, which does not fit beside its other fields"],
    );
}

#[test]
fn name_twice() {
    check(
        r#""Raw": { "PrimitiveType": "Json" }"#,
        r#""Part": { "PrimitiveType": "Json" }"#,
        expect![
            "specification is malformed at `ResourceTypes.AWS::Made::Thing.Attributes`: `Part` occurs twice at line 78 column 7"
        ],
    );
}

#[test]
fn reference_to_nothing() {
    check(
        r#""Type": "Header""#,
        r#""Type": "Footer""#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Properties.Header` refers to the property type `AWS::Made::Thing.Footer`, which does not exist"
        ],
    );
    check(
        r#""AWS::Made::Thing.Part""#,
        r#""AWS::Made::Other.Part""#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Properties.Part` refers to the property type `AWS::Made::Thing.Part`, which does not exist"
        ],
    );
    check(
        r#""AWS::Made::Thing.Empty""#,
        r#""AWS::Made::Other.Empty""#,
        expect!["`PropertyTypes.AWS::Made::Other.Empty` belongs to no resource type"],
    );
}

#[test]
fn alias_of_itself() {
    check(
        r#""Type": "List", "ItemType": "Filter", "Required""#,
        r#""Type": "FilterGroups", "Required""#,
        expect!["`PropertyTypes.AWS::Made::Thing.FilterGroup` is an alias of itself"],
    );
}

#[test]
fn unsupported_names() {
    check(
        r#""AWS::Made::Nothing""#,
        r#""AWS::Nothing""#,
        expect!["`ResourceTypes.AWS::Nothing` has a name that is not supported: expected `Vendor::Service::Resource`"],
    );
    check(
        r#""VPCs""#,
        r#""V PCs""#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Properties.V PCs` has a name that is not supported: expected a letter, then letters and digits"
        ],
    );
    check(
        r#""Endpoint.Port""#,
        r#""Endpoint..Port""#,
        expect![
            "`ResourceTypes.AWS::Made::Thing.Attributes.Endpoint..Port` has a name that is not supported: expected a letter, then letters and digits"
        ],
    );
    check(
        r#""AWS::Made::Thing.Empty""#,
        r#""AWS::Made::Thing.""#,
        expect![
            "`PropertyTypes.AWS::Made::Thing.` has a name that is not supported: expected a letter, then letters and digits"
        ],
    );
}

#[test]
fn another_global_tag() {
    check(
        r#""Key": { "Documentation""#,
        r#""Name": { "Documentation""#,
        expect!["`PropertyTypes.Tag` is expected to have the strings `Key` and `Value` and nothing else"],
    );
}

#[test]
fn cut_short_anywhere() {
    for length in 0..SPECIFICATION.trim_end().len() {
        assert!(codegen::read(&SPECIFICATION.as_bytes()[..length]).is_err(), "accepted the first {length} bytes");
    }
}

#[test]
fn more_after_the_end() {
    let error = codegen::read(format!("{SPECIFICATION} {{}}").as_bytes()).unwrap_err();
    assert!(error.to_string().contains("trailing characters"), "{error}");
}

#[test]
fn unknown_service() {
    let model = codegen::read(SPECIFICATION.as_bytes()).unwrap();
    let error = codegen::emit(&model, "AWS::Maid").unwrap_err();
    expect!["the specification has no service `AWS::Maid`"].assert_eq(&error.to_string());
}
