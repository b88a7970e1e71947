//! No template makes the library panic: truncated ones, and ones with anything at any place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is a test")]

use std::path::Path;

use aws_cdk_cloudformation_include::{CfnInclude, TemplateSource};
use aws_cdk_core::{App, Stack};
use serde_json::{Value, json};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/parity/fixtures/include");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// Includes a template; all errors are those of the crate or of core, and say something.
fn include(template: impl Into<TemplateSource>, outdir: &Path) {
    let app = App::builder().outdir(outdir).build();
    let stack = Stack::new(&app, "Stack");
    let include = CfnInclude::builder(&stack, "Include").template(template).parameter("Stage", "beta").build();
    include.get_resource("Orders").override_logical_id("Renamed");
    if let Err(error) = app.synth() {
        assert!(error.diagnostics().iter().all(|one| !one.message().is_empty()));
    }
}

#[test]
fn truncated_templates() {
    let outdir = tempfile::tempdir().unwrap();
    for name in ["shop.json", "service.yaml", "rules.json"] {
        let text = fixture(name);
        for end in (0..text.len()).step_by(9).filter(|end| text.is_char_boundary(*end)) {
            include(&text[..end], outdir.path());
            include(format!("{}{}", &text[..end], &text[(end + 3).min(text.len())..]), outdir.path());
        }
    }
}

#[test]
fn noise_in_yaml() {
    const NOISE: &[u8] = b"!&*|>-:,[]{}#%@`'\"\n\t ?~<=.$0aR";
    let outdir = tempfile::tempdir().unwrap();
    let text = fixture("service.yaml");
    // A generator of Lehmer's, so that each run tests the same.
    let mut state: u64 = 42;
    let mut random = |below: usize| {
        state = state * 48_271 % 0x7fff_ffff;
        state as usize % below
    };
    for _ in 0..500 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=random(4) {
            let (at, noise) = (random(bytes.len()), NOISE[random(NOISE.len())]);
            match random(3) {
                0 => bytes[at] = noise,
                1 => bytes.insert(at, noise),
                _ => drop(bytes.drain(at..(at + random(20)).min(bytes.len()))),
            }
        }
        include(String::from_utf8_lossy(&bytes).into_owned(), outdir.path());
    }
}

#[test]
fn anything_at_any_place() {
    let outdir = tempfile::tempdir().unwrap();
    let template: Value = serde_json::from_str(&fixture("shop.json")).unwrap();
    let mut pointers = Vec::new();
    collect(&template, String::new(), &mut pointers);
    let others = [
        json!(null),
        json!(true),
        json!(-1.5),
        json!("${"),
        json!([]),
        json!({}),
        json!([[], {}]),
        json!({ "Ref": "Orders" }),
        json!({ "Fn::Sub": ["${Orders}${", {}] }),
        json!({ "Condition": "Both" }),
    ];
    for (index, pointer) in pointers.iter().enumerate() {
        for other in others.iter().skip(index % 3).step_by(3) {
            let mut changed = template.clone();
            *changed.pointer_mut(pointer).unwrap() = other.clone();
            include(changed, outdir.path());
        }
    }
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| collect(item, format!("{pointer}/{index}"), pointers));
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| collect(value, format!("{pointer}/{}", escape(key)), pointers));
        }
        _ => {}
    }
    pointers.push(pointer);
}
