//! What a user sees of a test that fails: where, and in which colours; and how snapshots are accepted.
//!
//! The tests that fail are run in a process of their own, with an environment of its own.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;
use std::process::{Command, Output};

use aws_cdk_assertions::{Template, json, pattern};

fn template() -> Template {
    Template::from_json(json!({ "Resources": {
        "Orders": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 5 } },
    } }))
}

/// Which of the tests below a process is to run; they have nothing to say in the process that starts them.
const SCENARIO: &str = "AWS_CDK_ASSERTIONS_SCENARIO";

fn is_wanted(scenario: &str) -> bool {
    std::env::var(SCENARIO).is_ok_and(|wanted| wanted == scenario)
}

/// The line of the assertion below.
const LINE: u32 = line!() + 5;

#[test]
fn scenario_of_a_failure() {
    if is_wanted("scenario_of_a_failure") {
        template().has_resource_properties("AWS::SQS::Queue", pattern!({ "DelaySeconds": 6 }));
    }
}

#[test]
fn scenario_of_a_snapshot() {
    if is_wanted("scenario_of_a_snapshot") {
        template().matches_snapshot(std::env::var("SNAPSHOT").unwrap());
    }
}

/// Runs one of the tests above.
fn run(scenario: &str, environment: &[(&str, &Path)]) -> Output {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", scenario, "--nocapture"]).env(SCENARIO, scenario);
    for variable in ["NO_COLOR", "CARGO_TERM_COLOR", "UPDATE_SNAPSHOTS"] {
        command.env_remove(variable);
    }
    let output = command.envs(environment.iter().copied()).output().expect("the test runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("running 1 test"), "there is no {scenario}");
    output
}

fn failure(environment: &[(&str, &Path)]) -> String {
    let output = run("scenario_of_a_failure", environment);
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn failures_are_at_the_line_of_the_assertion() {
    let message = failure(&[]);
    assert!(message.contains(&format!("tests/process.rs:{LINE}:")), "{message}");
    assert!(
        message.contains("\n      \"DelaySeconds\": 5\n      ^^^^^^^^^^^^^^^^^ expected 6, found 5\n"),
        "{message}"
    );
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let red = "\u{1b}[31m^^^^^^^^^^^^^^^^^ expected 6, found 5\u{1b}[0m";
    let (always, one) = (Path::new("always"), Path::new("1"));
    assert!(!failure(&[]).contains('\u{1b}'), "the output is no terminal");
    assert!(failure(&[("CARGO_TERM_COLOR", always)]).contains(red));
    assert!(!failure(&[("CARGO_TERM_COLOR", always), ("NO_COLOR", one)]).contains('\u{1b}'));
}

#[test]
fn snapshots_are_accepted_by_a_variable() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("snapshots/books.json");
    let compare = |update: &str| {
        let output = run("scenario_of_a_snapshot", &[("SNAPSHOT", &file), ("UPDATE_SNAPSHOTS", Path::new(update))]);
        output.status.success()
    };
    assert!(!compare("0"), "there is no snapshot");
    assert!(compare("1"));
    assert!(compare("0"));
    std::fs::write(&file, "{}\n").unwrap();
    assert!(!compare(""), "the snapshot is another one");
}
