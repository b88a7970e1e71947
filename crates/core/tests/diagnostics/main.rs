//! Bad input: each mistake is reported with its code, on its construct, at the place in the user's code, and nothing is
//! written.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_core::{App, CfnResource, Diagnostic, IConstruct};
use expect_test::Expect;

mod dependencies;
mod stacks;
mod synthesis;
mod template;
mod tree;

/// The files of these tests, as the compiler names them.
const HERE: &str = "crates/core/tests/diagnostics/";

/// The reports of what `build` does wrong. Each must point into these files; line and column are left out.
pub(crate) fn check(build: impl FnOnce(&App), expected: Expect) {
    let directory = tempfile::tempdir().unwrap();
    let outdir = directory.path().join("cdk.out");
    let app = App::builder().outdir(&outdir).build();
    build(&app);
    let error = app.synth().expect_err("there should be an error");
    let written: Vec<_> = std::fs::read_dir(&outdir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(written, ["diagnostics.json"], "an assembly was written");
    expected.assert_eq(&report(error.diagnostics(), directory.path().to_str().unwrap()));
}

pub(crate) fn report(diagnostics: &[Diagnostic], directory: &str) -> String {
    let mut report = String::new();
    for diagnostic in diagnostics {
        let (location, text) = (diagnostic.location(), diagnostic.to_string());
        assert!(location.file().starts_with(HERE), "{text}");
        let text = text.replace(&format!("  --> {location}\n"), "").replace(directory, "DIR");
        for line in text.lines() {
            report += line.split_once(HERE).map_or(line.to_owned(), |(before, _)| format!("{before}FILE")).as_str();
            report.push('\n');
        }
    }
    report
}

pub(crate) fn raw(scope: &impl IConstruct, id: &str) -> CfnResource {
    CfnResource::builder(scope, id, "Test::Core::Raw").build()
}
