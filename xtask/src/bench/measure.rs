//! What a program takes, measured by `tests/bench/src/bin/measure.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::process;
use super::setup::Setup;

/// Set for the program that measures where it stands for rustc: the file to which it adds what each compilation takes.
const COMPILERS: &str = "MEASURE_COMPILERS";

/// What a run took.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// Seconds from start to end.
    pub(crate) wall: f64,
    /// Seconds of all processors, in programs and in the kernel.
    pub(crate) cpu: f64,
    /// The most memory of any one process, in KiB.
    pub(crate) memory: u64,
}

fn measuring(setup: &Setup) -> PathBuf {
    setup.program("measure")
}

/// Measures a command.
pub(crate) fn measured(command: &Command, setup: &Setup) -> Result<Usage> {
    let report = setup.scratch.join("usage.json");
    let mut measuring = Command::new(measuring(setup));
    measuring.arg(&report).arg(command.get_program()).args(command.get_args());
    for (key, value) in command.get_envs() {
        match value {
            Some(value) => measuring.env(key, value),
            None => measuring.env_remove(key),
        };
    }
    if let Some(directory) = command.get_current_dir() {
        measuring.current_dir(directory);
    }
    process::check_quietly(&mut measuring)?;
    Ok(serde_json::from_str(&fs::read_to_string(&report)?)?)
}

/// Measures a cargo command, of which the CPU seconds of each crate go to a log.
pub(crate) fn measured_compilers(command: &mut Command, log: &Path, setup: &Setup) -> Result<Usage> {
    // The program that measures cargo would take itself for a compiler if it saw the variable.
    let wrapper = setup.scratch.join("wrapper.sh");
    let program = measuring(setup);
    fs::write(&wrapper, format!("#!/bin/sh\n{COMPILERS}={:?} exec {program:?} \"$@\"\n", log.display().to_string()))?;
    process::check(Command::new("chmod").arg("+x").arg(&wrapper))?;
    measured(command.env("RUSTC_WRAPPER", &wrapper), setup)
}

/// The compilations of a log: the name of each crate and its CPU seconds.
pub(crate) fn read_log(log: &Path) -> Result<Vec<(String, f64)>> {
    let text = fs::read_to_string(log).with_context(|| format!("cannot read {}", log.display()))?;
    text.lines()
        .map(|line| {
            let (name, cpu) = line.split_once(' ').context("a line of the log is cut")?;
            Ok((name.to_owned(), cpu.parse()?))
        })
        .collect()
}

/// The middle one of several figures.
pub(crate) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The median of each of several runs' figures.
pub(crate) fn median_usage(runs: &[Usage]) -> Usage {
    let of = |figure: fn(&Usage) -> f64| median(&runs.iter().map(figure).collect::<Vec<_>>());
    Usage { wall: of(|usage| usage.wall), cpu: of(|usage| usage.cpu), memory: of(|usage| usage.memory as f64) as u64 }
}
