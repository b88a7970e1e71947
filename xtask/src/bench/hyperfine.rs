//! Timing whole processes with hyperfine, in rounds that take turns, so that what disturbs one disturbs all.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::measure::median;
use super::process;

/// A command that is timed.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: &'static str,
    /// The program and its arguments; none has a space or a quote.
    pub(crate) command: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
    /// How often it runs in a round.
    pub(crate) runs: usize,
    /// In how many of the rounds.
    pub(crate) rounds: usize,
}

impl Variant {
    /// The command, without what times it.
    pub(crate) fn to_command(&self) -> Option<Command> {
        let [program, arguments @ ..] = &self.command[..] else { return None };
        let mut command = Command::new(program);
        command.args(arguments).envs(self.environment());
        Some(command)
    }

    fn environment(&self) -> impl Iterator<Item = (&str, &str)> {
        self.environment.iter().map(|(key, value)| (*key, value.as_str()))
    }
}

/// What the runs of a variant took.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Timing {
    pub(crate) name: String,
    /// The command as a shell takes it.
    pub(crate) command: String,
    /// Seconds.
    pub(crate) median: f64,
    pub(crate) least: f64,
    /// CPU seconds, the median of the rounds' means.
    pub(crate) cpu: f64,
    pub(crate) runs: usize,
}

#[derive(Deserialize)]
struct Export {
    results: Vec<Exported>,
}

#[derive(Deserialize)]
struct Exported {
    times: Vec<f64>,
    user: f64,
    system: f64,
}

/// Times variants in turns.
pub(crate) fn time(variants: &[Variant], rounds: usize, scratch: &Path) -> Result<Vec<Timing>> {
    let mut times: Vec<(Vec<f64>, Vec<f64>)> = vec![Default::default(); variants.len()];
    for round in 0..rounds {
        for (variant, (walls, cpus)) in variants.iter().zip(&mut times) {
            if round < variant.rounds {
                let exported = run(variant, round == 0, scratch)?;
                cpus.push(exported.user + exported.system);
                walls.extend(exported.times);
            }
        }
    }
    Ok(variants.iter().zip(times).map(|(variant, (walls, cpus))| timing(variant, &walls, &cpus)).collect())
}

/// The figures of a variant.
pub(crate) fn timing(variant: &Variant, walls: &[f64], cpus: &[f64]) -> Timing {
    let environment = variant.environment.iter().map(|(key, value)| format!("{key}={value} "));
    Timing {
        name: variant.name.to_owned(),
        command: environment.collect::<String>() + &variant.command.join(" "),
        median: median(walls),
        least: walls.iter().copied().fold(f64::INFINITY, f64::min),
        cpu: median(cpus),
        runs: walls.len(),
    }
}

fn run(variant: &Variant, is_first: bool, scratch: &Path) -> Result<Exported> {
    let export = scratch.join("hyperfine.json");
    let mut command = Command::new("hyperfine");
    // Without a shell, whose start would take as long as the shortest of the programs.
    command.args(["-N", "--style", "none", "--warmup", if is_first { "1" } else { "0" }]);
    command.arg("--runs").arg(variant.runs.to_string()).arg("--export-json").arg(&export);
    command.arg(variant.command.join(" ")).envs(variant.environment());
    process::check_quietly(&mut command).with_context(|| format!("`{}`", variant.command.join(" ")))?;
    let export: Export = serde_json::from_str(&fs::read_to_string(&export)?)?;
    export.results.into_iter().next().context("hyperfine has no result")
}
