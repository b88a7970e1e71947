//! Compiles each program of `fail/`, and looks for what its head says in the compiler's errors. Only that is compared, not
//! the whole report, since the rest changes from one version of the compiler to the next.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The crates that the programs use.
const CRATES: &[(&str, &str)] = &[
    ("aws-cdk-apigatewayv2", "crates/apigatewayv2"),
    ("aws-cdk-apigatewayv2-authorizers", "crates/apigatewayv2-authorizers"),
    ("aws-cdk-apigatewayv2-integrations", "crates/apigatewayv2-integrations"),
    ("aws-cdk-cfn-apigatewayv2", "crates/cfn/apigatewayv2"),
    ("aws-cdk-core", "crates/core"),
    ("aws-cdk-lambda", "crates/lambda"),
];

struct Case {
    name: String,
    path: PathBuf,
    errors: Vec<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fail");
    let mut cases: Vec<Case> = fs::read_dir(folder)
        .expect("a readable folder")
        .map(|entry| entry.expect("a readable entry").path())
        .map(|path| {
            let text = fs::read_to_string(&path).expect("readable text");
            let errors = text.lines().filter_map(|line| line.strip_prefix("//! error: ")).map(str::to_owned).collect();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            Case { name, path, errors }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// A package outside the workspace, with a binary for each program.
fn write_package(folder: &Path, root: &Path, cases: &[Case]) {
    let mut manifest =
        String::from("[package]\nname = \"ui-programs\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n");
    for (name, path) in CRATES {
        manifest += &format!("{name} = {{ path = {:?} }}\n", root.join(path));
    }
    for case in cases {
        manifest += &format!("\n[[bin]]\nname = {:?}\npath = {:?}\n", case.name, case.path);
    }
    fs::create_dir_all(folder).expect("a writable folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a writable file");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace has a lock file");
}

/// What the compiler says of each program.
fn compile(folder: &Path) -> BTreeMap<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--keep-going", "--message-format=json", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let mut reports: BTreeMap<String, String> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        if message["reason"] == "compiler-message" && message["message"]["level"] == "error" {
            let name = message["target"]["name"].as_str().unwrap_or_default().to_owned();
            *reports.entry(name).or_default() += message["message"]["rendered"].as_str().unwrap_or_default();
        }
    }
    assert!(!reports.is_empty(), "cargo said: {}", String::from_utf8_lossy(&output.stderr));
    reports
}

#[test]
fn wrong_programs_do_not_compile() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    let cases = cases();
    assert!(!cases.is_empty());
    write_package(&folder, &root, &cases);
    let reports = compile(&folder);
    for case in &cases {
        let report = reports.get(&case.name).map(String::as_str).unwrap_or("(it compiles)");
        assert!(!case.errors.is_empty(), "{}: the head names no error", case.name);
        for error in &case.errors {
            assert!(report.contains(error), "{}: expected `{error}`, the compiler says:\n{report}", case.name);
        }
    }
}
