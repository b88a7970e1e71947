//! What the `cdk` CLI passes by environment variables. Each check runs this test's program again, in an environment of
//! its own.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::process::Command;

use aws_cdk_core::{App, IConstruct, Stack};
use expect_test::{Expect, expect};

/// What the program below says with these variables.
fn check(variables: &[(&str, &str)], expected: Expect) {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("overflow.json"), r#"{ "from": "overflow", "large": true }"#).unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "program", "--ignored", "--nocapture"]).current_dir(directory.path());
    for name in ["CDK_CONTEXT_JSON", "CONTEXT_OVERFLOW_LOCATION_ENV", "CDK_OUTDIR"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| ")).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
#[ignore = "run by the other tests, in an environment of its own"]
fn program() {
    let app = App::builder().context("from", "program").context("own", 1).post_cli_context("last", "wins").build();
    Stack::new(&app, "Stack");
    for key in ["from", "own", "large", "last"] {
        println!("| {key}: {:?}", app.node().try_get_context(key));
    }
    match app.synth() {
        Ok(assembly) => println!("| {}", assembly.directory().display()),
        Err(error) => error.diagnostics().iter().for_each(|diagnostic| {
            assert_eq!(diagnostic.location().file(), file!());
            println!("| {}: {}", diagnostic.code(), diagnostic.message());
        }),
    }
}

#[test]
fn without_the_cli() {
    check(
        &[],
        expect![[r#"
            from: Some(String("program"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            cdk.out"#]],
    );
    check(
        &[("CDK_CONTEXT_JSON", ""), ("CONTEXT_OVERFLOW_LOCATION_ENV", ""), ("CDK_OUTDIR", "")],
        expect![[r#"
            from: Some(String("program"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            cdk.out"#]],
    );
}

#[test]
fn context_of_the_cli_wins_over_that_of_the_program() {
    check(
        &[("CDK_CONTEXT_JSON", r#"{ "from": "cli", "last": "cli" }"#), ("CDK_OUTDIR", "elsewhere")],
        expect![[r#"
            from: Some(String("cli"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            elsewhere"#]],
    );
}

#[test]
fn the_overflow_file_wins_over_the_variable() {
    check(
        &[("CDK_CONTEXT_JSON", r#"{ "from": "cli" }"#), ("CONTEXT_OVERFLOW_LOCATION_ENV", "overflow.json")],
        expect![[r#"
            from: Some(String("overflow"))
            own: Some(Int(1))
            large: Some(Bool(true))
            last: Some(String("wins"))
            cdk.out"#]],
    );
}

#[test]
fn context_that_cannot_be_read() {
    check(
        &[("CDK_CONTEXT_JSON", "{ not json")],
        expect![[r#"
            from: Some(String("program"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            core::bad-context: the context of CDK_CONTEXT_JSON cannot be read: Expected string for object property on line 1 column 3"#]],
    );
    check(
        &[("CDK_CONTEXT_JSON", "[1]")],
        expect![[r#"
            from: Some(String("program"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            core::bad-context: the context of CDK_CONTEXT_JSON cannot be read: expected a JSON object"#]],
    );
    check(
        &[("CONTEXT_OVERFLOW_LOCATION_ENV", "missing.json")],
        expect![[r#"
            from: Some(String("program"))
            own: Some(Int(1))
            large: None
            last: Some(String("wins"))
            core::bad-context: the context of missing.json cannot be read: No such file or directory (os error 2)"#]],
    );
}
