//! `cargo xtask bench`: what synthesis, editing and building cost, side by side with aws-cdk-lib on Node and with other Rust crates.
//!
//! Each part keeps its figures in `tests/bench/results.json`, of which `docs/performance.md` is made.

mod build;
mod edit;
mod hyperfine;
mod l1;
mod machine;
mod measure;
mod memory;
mod report;
mod results;
mod scaling;
mod setup;
mod synthesis;

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use crate::{process, repository};
use machine::Machine;
use results::{Part as Measured, Results};
use setup::Setup;

/// Measure synthesis, memory, editing and building, and write docs/performance.md.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The parts to measure; the figures of others stay as they are. All if none is named.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Part>,
    /// Compile and measure the app of rusty-cdk too, which takes 15 minutes more.
    #[arg(long)]
    rusty_cdk: bool,
    /// Measure nothing, and write the document of the figures that there are.
    #[arg(long)]
    report: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    Synthesis,
    Memory,
    Edit,
    Build,
    L1,
    Scaling,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = repository::root();
    let mut results = Results::read(&root)?;
    if !arguments.report {
        let setup = Setup::prepare(&root, arguments.rusty_cdk)?;
        let parts = if arguments.only.is_empty() { Part::value_variants() } else { &arguments.only };
        for part in parts {
            match part {
                Part::Synthesis => results.synthesis = Some(measured(&setup, "synthesis", synthesis::run)?),
                Part::Memory => results.memory = Some(measured(&setup, "memory", memory::run)?),
                Part::Edit => results.edit = Some(measured(&setup, "edit to template", edit::run)?),
                Part::Build => {
                    let before = results.build.take().map(|part| part.figures);
                    let mut part = measured(&setup, "clean builds", build::run)?;
                    part.figures.keep_rusty_cdk_of(before);
                    results.build = Some(part);
                }
                Part::L1 => results.l1 = Some(measured(&setup, "generating L1", l1::run)?),
                Part::Scaling => results.scaling = Some(measured(&setup, "scaling", scaling::run)?),
            }
            results.write(&root)?;
        }
    }
    report::write(&root, &results)
}

/// Runs a part, with the machine that it runs on.
fn measured<T>(setup: &Setup, name: &str, run: fn(&Setup) -> Result<T>) -> Result<Measured<T>> {
    process::step("bench", name)?;
    let mut machine = Machine::describe(&setup.root, &setup.scratch)?;
    let figures = run(setup)?;
    machine.finish();
    Ok(Measured { machine, figures })
}

/// A path as an argument of a command.
fn text(path: impl Into<PathBuf>) -> String {
    path.into().display().to_string()
}
