//! Who may depend on whom: the table of ARCHITECTURE.md, held against `cargo metadata`.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

/// L2 crates, lowest rank first. Each may use those before it.
const RANKS: &[&str] = &[
    "aws-cdk-cloudformation-include",
    "aws-cdk-iam",
    "aws-cdk-interfaces",
    "aws-cdk-cloudwatch",
    "aws-cdk-kms",
    "aws-cdk-logs",
    "aws-cdk-s3",
    "aws-cdk-sqs",
    "aws-cdk-events",
    "aws-cdk-ec2",
    "aws-cdk-lambda",
    "aws-cdk-lambda-rust",
    "aws-cdk-certificatemanager",
    "aws-cdk-route53",
    "aws-cdk-servicediscovery",
    "aws-cdk-elasticloadbalancingv2",
    "aws-cdk-cognito",
    "aws-cdk-stepfunctions",
    "aws-cdk-apigatewayv2",
    "aws-cdk-apigatewayv2-integrations",
    "aws-cdk-apigatewayv2-authorizers",
    "aws-cdk-apigatewayv2-page",
];

/// Of the workspace's own packages, what each depends on (normal dependencies).
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    packages
        .iter()
        .map(|package| {
            let normal = package["dependencies"].as_array().expect("a list").iter().filter(|one| one["kind"].is_null());
            (name(package), normal.map(name).collect())
        })
        .collect()
}

fn rank(name: &str) -> Option<usize> {
    RANKS.iter().position(|known| *known == name)
}

fn is_own(name: &str) -> bool {
    name.starts_with("aws-cdk-")
}

fn is_l1(name: &str) -> bool {
    name.starts_with("aws-cdk-cfn-")
}

/// What a package may not use, of the workspace's own packages.
fn forbidden<'a>(package: &str, used: &'a [String]) -> Vec<&'a String> {
    let allowed = |other: &String| match package {
        "aws-cdk-core" | "codegen" => !is_own(other),
        "xtask" => !is_own(other) || other == "codegen",
        "aws-cdk-assertions" => !is_own(other) || other == "aws-cdk-core",
        l1 if is_l1(l1) => other == "aws-cdk-core",
        "aws-cdk-interfaces" if is_l1(other) => false,
        l2 => match (rank(l2), rank(other)) {
            (Some(own), Some(other)) => other < own,
            _ => !is_own(other) || other == "aws-cdk-core" || is_l1(other),
        },
    };
    used.iter().filter(|other| !allowed(other)).collect()
}

#[test]
fn packages_use_only_what_is_below_them() {
    for (package, used) in dependencies() {
        if is_own(&package) || package == "codegen" || package == "xtask" {
            assert!(
                is_l1(&package)
                    || ["aws-cdk-core", "aws-cdk-assertions"].contains(&package.as_str())
                    || rank(&package).is_some()
                    || !is_own(&package),
                "`{package}` has no rank"
            );
            assert_eq!(forbidden(&package, &used), Vec::<&String>::new(), "what `{package}` may not use");
        }
    }
}

#[test]
fn the_rules_can_fail() {
    let used = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert!(!forbidden("aws-cdk-iam", &used(&["aws-cdk-lambda"])).is_empty());
    assert!(!forbidden("aws-cdk-core", &used(&["aws-cdk-iam"])).is_empty());
    assert!(!forbidden("aws-cdk-assertions", &used(&["aws-cdk-cfn-sqs"])).is_empty());
    assert!(!forbidden("aws-cdk-cfn-sqs", &used(&["aws-cdk-cfn-sns"])).is_empty());
    assert!(!forbidden("aws-cdk-interfaces", &used(&["aws-cdk-cfn-ec2"])).is_empty());
    assert!(!forbidden("xtask", &used(&["aws-cdk-core"])).is_empty());
}

#[test]
fn user_apps_compile_no_proc_macro_and_at_most_33_crates() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "-p", "books", "-e", "normal", "--prefix", "none", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(output.stdout).expect("cargo prints text");
    let crates: std::collections::BTreeSet<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!(crates.len() > 10, "cargo tree printed {tree}");
    assert!(crates.len() <= 33, "{} crates: {crates:?}", crates.len());
    let macros: Vec<_> = crates.iter().filter(|name| name.contains("(proc-macro)")).collect();
    assert!(macros.is_empty(), "proc macros: {macros:?}");
}
