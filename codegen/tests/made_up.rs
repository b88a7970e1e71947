//! A made-up specification that contains every shape, and what is generated for it: `made_up/expected`.
//! `UPDATE_EXPECT=1 cargo test -p codegen` accepts changes.

use std::path::PathBuf;

use expect_test::{ExpectFile, expect_file};

const SPECIFICATION: &str = include_str!("made_up/specification.json");

#[test]
fn every_shape_is_generated_as_expected() {
    let model = codegen::read(SPECIFICATION.as_bytes()).unwrap();
    let generated = codegen::emit(&model, "AWS::Made").unwrap();
    assert_eq!(generated.directory, "made");
    for (path, text) in &generated.files {
        expected(path).assert_eq(text);
    }
    let paths: Vec<_> = generated.files.keys().map(String::as_str).collect();
    let expected = [
        "Cargo.toml",
        "src/cfn_custom.rs",
        "src/cfn_nothing.rs",
        "src/cfn_resource.rs",
        "src/cfn_thing.rs",
        "src/lib.rs",
        "src/required.rs",
    ];
    assert_eq!(paths, expected);
}

/// The expected text, with an ending that keeps tools from taking it for a source.
fn expected(path: &str) -> ExpectFile {
    let name = format!("{}.txt", path.trim_start_matches("src/"));
    expect_file![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/made_up/expected").join(name)]
}
