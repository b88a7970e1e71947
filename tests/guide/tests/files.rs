//! The excerpts of `diagnostics.json` and `limits.json` in `docs/errors.md` are what is written.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use guide::{App, CorsPreflightOptions, HttpApi, HttpMethod, HttpUrlIntegration, Stack};
use serde_json::Value;

/// The JSON blocks of a page.
fn shown(page: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
    let text = fs::read_to_string(path).expect("readable text");
    let blocks = text.split("```json\n").skip(1);
    blocks.map(|rest| serde_json::from_str(rest.split("```").next().unwrap_or_default()).expect("JSON")).collect()
}

/// The entries of a list in a file of the output directory.
fn written(folder: &Path, file: &str, list: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.join(file)).expect("a file");
    let content: Value = serde_json::from_str(&text).expect("JSON");
    content[list].as_array().expect("a list").clone()
}

#[test]
fn limits_are_as_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::builder().outdir(folder.path().join("cdk.out")).build();
    let stack = Stack::new(&app, "Books");
    let shelf = HttpUrlIntegration::new("Shelf", "https://shelf.example.com");
    let methods = [HttpMethod::Get, HttpMethod::Post];
    HttpApi::new(&stack, "Api").add_routes("/books", shelf).methods(methods).build();
    let assembly = app.synth().expect("no error");

    let limits = written(assembly.directory(), "limits.json", "limits");
    assert!(limits.contains(&shown("errors.md")[0]), "{limits:#?}");
}

#[test]
fn diagnostics_are_as_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let outdir = folder.path().join("cdk.out");
    let app = App::builder().outdir(&outdir).build();
    let stack = Stack::new(&app, "Books");
    let cors = CorsPreflightOptions::new().allow_credentials(true).allow_origins(["*"]);
    HttpApi::builder(&stack, "Api").cors_preflight(cors).build();
    assert!(app.synth().is_err());

    let mut diagnostics = written(&outdir, "diagnostics.json", "diagnostics");
    let mut expected = shown("errors.md")[1].clone();
    for entry in diagnostics.iter_mut().chain([&mut expected]) {
        for place in ["file", "line", "column"] {
            assert!(!entry[place].is_null(), "{entry:#}");
            entry[place] = Value::Null;
        }
    }
    assert_eq!(diagnostics, [expected]);
}
