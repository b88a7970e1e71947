//! Holds what the library says of each program of `programs/` against the report beside it. `UPDATE_EXPECT=1` writes the
//! reports anew.
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use aws_cdk_core::{App, Diagnostic, Severity, SynthError};
use similar::TextDiff;

/// A program of `programs/CODE.rs`, or of `programs/CODE--VARIANT.rs`, where `CODE` is a diagnostic's code with a slash.
struct Program {
    /// From the package's folder.
    file: &'static str,
    /// Makes the mistake.
    wrong: fn(&App),
    /// The near miss: the same as it should be, or just within the limit.
    right: fn(&App),
}

#[allow(unreachable_pub, reason = "a program reads as a user writes it")]
mod programs {
    use super::Program;

    include!(concat!(env!("OUT_DIR"), "/programs.rs"));

    pub(crate) fn all() -> &'static [Program] {
        PROGRAMS
    }
}

impl Program {
    /// The code that its file is named after.
    fn code(&self) -> String {
        let name = self.file.trim_start_matches("programs/").trim_end_matches(".rs");
        name.split("--").next().unwrap_or(name).replace('/', "::")
    }

    fn report_file(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(self.file).with_extension("txt")
    }
}

/// What a user is told of an app.
struct Outcome {
    diagnostics: Vec<Diagnostic>,
    text: String,
}

/// Synthesizes an app of its own.
fn run(build: fn(&App)) -> Outcome {
    let directory = tempfile::tempdir().expect("a writable folder");
    let app = App::builder().outdir(directory.path().join("cdk.out")).build();
    build(&app);
    let outcome = match app.synth() {
        Ok(assembly) => {
            let text = assembly.to_string();
            let warnings = text.rsplit_once("wrote ").map_or("", |(warnings, _)| warnings);
            Outcome { diagnostics: assembly.warnings().to_vec(), text: warnings.to_owned() }
        }
        Err(error) => failure(&app, &error),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("");
    let root = root.to_string_lossy().replace('\\', "/");
    let repository = root.trim_end_matches("tests/diagnostics/");
    let text = outcome.text.replace(repository, "").replace(&*directory.path().to_string_lossy(), "DIRECTORY");
    Outcome { text: format!("{}\n", text.trim_end()), ..outcome }
}

/// The errors, and then the warnings that were found when constructing.
fn failure(app: &App, error: &SynthError) -> Outcome {
    let mut text = error.to_string();
    let mut diagnostics = error.diagnostics().to_vec();
    for warning in app.diagnostics().into_iter().filter(|one| one.severity() == Severity::Warning) {
        text += &format!("\n\n{warning}");
        diagnostics.push(warning);
    }
    Outcome { diagnostics, text }
}

/// What is wrong with the report on a program, if anything is.
fn check(program: &Program, update: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let wrong = run(program.wrong);
    let expected = fs::read_to_string(program.report_file()).unwrap_or_default();
    if wrong.text != expected {
        if update {
            fs::write(program.report_file(), &wrong.text).expect("a writable file");
        } else {
            let diff = TextDiff::from_lines(&expected, &wrong.text);
            problems.push(format!(
                "another report than expected:\n{}",
                diff.unified_diff().header("expected", "reported").context_radius(20)
            ));
        }
    }
    if wrong.text.contains("[0x") {
        problems.push(format!("names a place in memory, which differs from run to run:\n{}", wrong.text));
    }
    let code = program.code();
    if !wrong.diagnostics.iter().any(|diagnostic| diagnostic.code() == code) {
        problems.push(format!("`wrong` does not give `{code}`, which the file is named after:\n{}", wrong.text));
    }
    for diagnostic in &wrong.diagnostics {
        if !diagnostic.location().file().ends_with(program.file) {
            problems.push(format!("points elsewhere than into the program:\n{diagnostic}"));
        }
        if diagnostic.help_text().is_none_or(str::is_empty) {
            problems.push(format!("does not say what to write instead:\n{diagnostic}"));
        }
    }
    let right = run(program.right);
    if !right.diagnostics.is_empty() {
        problems.push(format!("`right` should be right:\n{}", right.text));
    }
    problems
}

#[test]
fn each_wrong_program_has_its_report_and_each_right_one_none() {
    let update = env::var_os("UPDATE_EXPECT").is_some();
    assert!(!programs::all().is_empty(), "no programs");
    let mut failures = 0;
    let mut text = String::new();
    for program in programs::all() {
        let problems = check(program, update);
        failures += usize::from(!problems.is_empty());
        for problem in problems {
            text += &format!("\n== tests/diagnostics/{}: {problem}\n", program.file);
        }
    }
    assert!(failures == 0, "{failures} of {} programs:\n{text}", programs::all().len());
}

#[test]
fn each_report_is_of_a_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    for crate_folder in fs::read_dir(folder).expect("a readable folder") {
        for entry in fs::read_dir(crate_folder.expect("a readable entry").path()).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            assert!(path.with_extension("rs").exists(), "no program for {}", path.display());
        }
    }
}
