//! Generating all L1 crates.

use std::process::Command;

use anyhow::Result;

use super::measure::{Usage, measured, median_usage};
use super::process;
use super::setup::Setup;

const RUNS: usize = 5;

/// What it takes to generate all crates, and to compare them with those of the repository.
pub(crate) type Generation = Usage;

pub(crate) fn run(setup: &Setup) -> Result<Generation> {
    let mut build = Command::new(env!("CARGO"));
    process::check(build.args(["build", "--quiet", "--release", "--package", "xtask"]).current_dir(&setup.root))?;
    let mut generate = Command::new(setup.program("xtask"));
    generate.args(["codegen", "--check"]).current_dir(&setup.root);
    let runs: Vec<Usage> = (0..RUNS).map(|_| measured(&generate, setup)).collect::<Result<_>>()?;
    Ok(median_usage(&runs))
}
