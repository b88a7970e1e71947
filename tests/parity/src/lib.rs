//! Parity with aws-cdk-lib: apps whose cloud assemblies were recorded, and the same apps written in Rust.
//!
//! `cases/<name>.mjs` is the app that was recorded (README.md), `expected/<name>/` what it gave, and
//! `src/cases/<name>.rs` its port. A case without a port, or a port of a case that is not recorded yet, is pending, and is named as
//! such.
//!
//! ```
//! assert!(parity::recorded_names().unwrap().contains(&"core-fn".to_owned()));
//! ```
//!
//! # Invariant
//! A port is what a user would write. It is compared byte for byte, so a difference is one of the library.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::Context;
use aws_cdk_core::{App, AppBuilder};

pub mod cases;
mod compare;
mod files;

use cases::Case;

/// What became of a case.
#[derive(Debug)]
pub enum Outcome {
    /// The port gives what was recorded.
    Identical,
    /// The port gives something else, or does not synthesize; the report for people.
    Different(String),
    /// There is no port yet.
    Pending,
    /// There is a port, and nothing recorded to hold it against.
    Unrecorded,
}

fn expected_directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("expected").join(name)
}

/// The path of a file or directory in `fixtures/`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The names of all recorded cases, sorted.
///
/// # Errors
/// If `expected/` cannot be read.
pub fn recorded_names() -> io::Result<Vec<String>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(expected_directory(""))?.collect();
    let mut names: Vec<String> =
        entries?.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// The names of all cases, recorded or ported, sorted.
///
/// # Errors
/// If `expected/` cannot be read.
pub fn names() -> io::Result<Vec<String>> {
    let mut names = recorded_names()?;
    names.extend(cases::all().iter().map(|case| case.name.to_owned()));
    names.sort();
    names.dedup();
    Ok(names)
}

/// Synthesizes the port of a case, if there is one, and compares.
///
/// # Errors
/// If files cannot be read or written. A port that does not synthesize is a difference.
pub fn check(name: &str) -> anyhow::Result<Outcome> {
    let Some(case) = cases::find(name) else { return Ok(Outcome::Pending) };
    let directory = tempfile::tempdir()?;
    if let Err(error) = synthesize(case, directory.path()) {
        return Ok(Outcome::Different(format!("{name}: {error}\n")));
    }
    if !expected_directory(name).exists() {
        return Ok(Outcome::Unrecorded);
    }
    let expected = files::read(&expected_directory(name)).context("cannot read what was recorded")?;
    let actual = files::read(directory.path()).context("cannot read what was synthesized")?;
    Ok(match compare::compare(name, &expected, &actual) {
        Some(report) => Outcome::Different(report),
        None => Outcome::Identical,
    })
}

/// Writes the cloud assembly of a port, without the checks that the cases were recorded without.
///
/// # Errors
/// Those of the app.
pub fn synthesize(case: &Case, outdir: &Path) -> Result<(), aws_cdk_core::SynthError> {
    app(case, App::builder().outdir(outdir).builtin_cloudformation_validation(false)).synth().map(|_| ())
}

/// The app of a port, by a builder to which its context is added.
pub fn app(case: &Case, builder: AppBuilder) -> App {
    let with_context = |builder: AppBuilder, (key, value)| builder.context(key, value);
    let app = (case.context)().into_iter().fold(builder, with_context).build();
    (case.build)(&app);
    app
}

/// The recorded name that is nearest to one that does not exist.
pub fn nearest<'a>(name: &str, names: &'a [String]) -> Option<&'a str> {
    names.iter().min_by_key(|known| strsim::damerau_levenshtein(name, known)).map(String::as_str)
}
