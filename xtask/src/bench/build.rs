//! Clean debug builds, as a user has them whose dependencies come from a registry.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::measure::{self, Usage, median, median_usage};
use super::setup::Setup;
use super::{process, text};

const ROUNDS: usize = 3;

pub(crate) const OWN: &str = "books";
const RUSTY_CDK: &str = "rusty-cdk";

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Builds {
    pub(crate) programs: BTreeMap<String, Build>,
    /// CPU seconds of each crate of `books`, the most expensive first.
    pub(crate) crates: Vec<(String, f64)>,
}

/// One clean build, with the CPU seconds of each crate.
type Run = (Build, Vec<(String, f64)>);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Build {
    pub(crate) usage: Usage,
    pub(crate) crates: usize,
    /// MiB of the target directory.
    pub(crate) target: u64,
}

impl Builds {
    /// Takes over the figures of the app that is not always measured.
    pub(crate) fn keep_rusty_cdk_of(&mut self, before: Option<Builds>) {
        if let Some(known) = before.and_then(|mut before| before.programs.remove(RUSTY_CDK)) {
            self.programs.entry(RUSTY_CDK.to_owned()).or_insert(known);
        }
    }
}

pub(crate) fn run(setup: &Setup) -> Result<Builds> {
    let books = setup.make_project("build")?;
    let mut programs =
        vec![(OWN, books), ("serde", setup.competitor("serde")), ("stratosphere", setup.competitor("stratosphere"))];
    let mut runs: BTreeMap<&str, Vec<Run>> = BTreeMap::new();
    for round in 0..ROUNDS {
        if round == 0 && setup.rusty_cdk {
            programs.push((RUSTY_CDK, setup.competitor(RUSTY_CDK)));
        }
        for (name, folder) in &programs {
            process::step("bench", &format!("clean build of {name}"))?;
            runs.entry(name).or_default().push(build(setup, folder)?);
        }
        programs.retain(|(name, _)| *name != RUSTY_CDK);
    }
    let crates = runs.get(OWN).map(|runs| crates(runs)).unwrap_or_default();
    let programs = runs.into_iter().filter_map(|(name, runs)| Some((name.to_owned(), middle(&runs)?))).collect();
    Ok(Builds { programs, crates })
}

fn build(setup: &Setup, folder: &Path) -> Result<Run> {
    let target = setup.scratch.join("clean");
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target)?;
    process::check_quietly(Command::new(env!("CARGO")).args(["fetch", "--quiet"]).current_dir(folder))?;
    let log = target.join("compilers.txt");
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--offline", "--target-dir"]).arg(text(&target)).current_dir(folder);
    // As what comes from a registry is compiled.
    command.env("CARGO_INCREMENTAL", "0");
    let usage = measure::measured_compilers(&mut command, &log, setup)?;
    let compiled = measure::read_log(&log)?;
    let crates = compiled.iter().filter(|(name, _)| name != "build_script_build").count();
    let build = Build { usage, crates, target: mebibytes(&target)? };
    fs::remove_dir_all(&target)?;
    Ok((build, compiled))
}

fn mebibytes(directory: &Path) -> Result<u64> {
    let said = process::output(Command::new("du").arg("-sm").arg(directory))?;
    Ok(said.split_whitespace().next().unwrap_or_default().parse()?)
}

fn middle(runs: &[Run]) -> Option<Build> {
    let usages: Vec<Usage> = runs.iter().map(|(build, _)| build.usage).collect();
    let (last, _) = runs.last()?;
    Some(Build { usage: median_usage(&usages), ..last.clone() })
}

/// The median of each crate, its build script apart.
fn crates(runs: &[Run]) -> Vec<(String, f64)> {
    let mut by_name: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (name, cpu) in runs.iter().flat_map(|(_, compiled)| compiled) {
        by_name.entry(name).or_default().push(*cpu);
    }
    let mut crates: Vec<(String, f64)> =
        by_name.into_iter().map(|(name, cpus)| (name.to_owned(), median(&cpus))).collect();
    crates.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    crates
}
