//! `docs/performance.md`: the figures as tables, with what must hold of them, and the notes on profiles.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::build::{self, Builds};
use super::edit::{self, Edits};
use super::machine::Machine;
use super::memory::Memory;
use super::results::{Part, Results};
use super::scaling::{self, Point, Scaling};
use super::setup::APPS;
use super::synthesis::{NODE, NODE_CHECKED, NODE_FIRST, OWN, OWN_FIRST, Synthesis};

/// The document, relative to the repository.
const FILE: &str = "docs/performance.md";

/// Its part that is written by hand.
const PROFILES: &str = "tests/bench/profiles.md";

/// Writes the document.
pub(crate) fn write(root: &Path, results: &Results) -> Result<()> {
    let profiles = fs::read_to_string(root.join(PROFILES)).with_context(|| format!("cannot read {PROFILES}"))?;
    let mut out = String::from(
        "# Performance\n\n\
         Written by `cargo xtask bench` from the figures in [tests/bench/results.json](../tests/bench/results.json); the section on \
         profiles is [tests/bench/profiles.md](../tests/bench/profiles.md). `cargo xtask bench --only PART` measures one part again.\n\n\
         Figures are medians. The programs of a table take turns, so that what disturbs one disturbs all; a ratio is of one run.\n",
    );
    let mut held = Vec::new();
    section(&mut out, results.synthesis.as_ref(), &mut held, synthesis)?;
    section(&mut out, results.memory.as_ref(), &mut held, memory)?;
    section(&mut out, results.edit.as_ref(), &mut held, edits)?;
    section(&mut out, results.build.as_ref(), &mut held, builds)?;
    section(&mut out, results.scaling.as_ref(), &mut held, costs)?;
    if let Some(Part { machine, figures }) = &results.l1 {
        let command = "`cargo build --release -p xtask; target/release/xtask codegen --check`";
        writeln!(
            out,
            "\n## Generating all L1\n\nReading the specification, and making and comparing 52 MB of source: {command}.\n"
        )?;
        writeln!(out, "| wall | CPU | peak memory |\n|---|---|---|")?;
        let memory = figures.memory as f64 / 1024.0;
        writeln!(out, "| {:.2} s | {:.2} s | {memory:.0} MiB |", figures.wall, figures.cpu)?;
        of_machine(&mut out, machine)?;
    }
    writeln!(out, "\n## What must hold\n\n| what | wanted | measured | |\n|---|---|---|---|")?;
    for Held { what, wanted, measured, holds } in held {
        writeln!(out, "| {what} | {wanted} | {measured} | {} |", if holds { "holds" } else { "does not hold" })?;
    }
    write!(out, "\n{profiles}")?;
    fs::write(root.join(FILE), out).with_context(|| format!("cannot write {FILE}"))
}

/// A promise, and whether it is kept.
struct Held {
    what: String,
    wanted: String,
    measured: String,
    holds: bool,
}

impl Held {
    fn at_least(what: impl Into<String>, wanted: f64, measured: f64) -> Self {
        let (wanted_text, measured_text) = (format!("at least {wanted:.0} times"), format!("{measured:.1} times"));
        Self { what: what.into(), wanted: wanted_text, measured: measured_text, holds: measured >= wanted }
    }

    fn at_most(what: impl Into<String>, wanted: f64, measured: f64, unit: &str) -> Self {
        let (wanted_text, measured_text) = (format!("at most {wanted} {unit}"), format!("{measured:.2} {unit}"));
        Self { what: what.into(), wanted: wanted_text, measured: measured_text, holds: measured <= wanted }
    }
}

fn section<T>(
    out: &mut String,
    part: Option<&Part<T>>,
    held: &mut Vec<Held>,
    write: fn(&mut String, &T, &mut Vec<Held>) -> Result<()>,
) -> Result<()> {
    let Some(Part { machine, figures }) = part else { return Ok(()) };
    write(out, figures, held)?;
    of_machine(out, machine)
}

fn of_machine(out: &mut String, machine: &Machine) -> Result<()> {
    let Machine { date, commit, processor, processors, memory, system, file_system, rustc, node, load } = machine;
    writeln!(
        out,
        "\n<sub>{date}, commit {commit}; {processors} processors ({processor}), {memory} GiB, {system}, {file_system}; {rustc}, Node \
         {node}; load {:.1} before and {:.1} after.</sub>",
        load.0, load.1
    )?;
    Ok(())
}

/// What an app is.
fn describe(app: &str) -> &'static str {
    match app {
        "books" => "the example `books`",
        "routes" => "one HTTP API with 100 routes to ten functions",
        "stacks" => "50 stacks with 300 L1 resources each",
        "references" => "100 stacks, each with 10 references to the one before",
        _ => "",
    }
}

fn milliseconds(seconds: f64) -> String {
    if seconds < 0.1 { format!("{:.2} ms", seconds * 1e3) } else { format!("{:.0} ms", seconds * 1e3) }
}

fn synthesis(out: &mut String, figures: &Synthesis, held: &mut Vec<Held>) -> Result<()> {
    writeln!(
        out,
        "\n## Synthesis\n\nWhole processes in release builds, from start to the last file, timed by hyperfine. The templates have the \
         same bytes as those of aws-cdk-lib 2.276.0, which the benchmark checks. Programs are run again as a user does, so that the \
         output directory is there and nothing has changed; *to a new directory* is the time of a first run, in which the file system \
         has most to do. *Limit* is writing the bytes of all files to a new directory with `serde_json` from ready values; its ratio is \
         that to a first run. stratosphere and rusty-cdk write templates alone, without the rest of an assembly."
    )?;
    for app in APPS {
        let Some(measured) = figures.get(app) else { continue };
        let (Some(own), Some(first)) = (measured.of(OWN), measured.of(OWN_FIRST)) else { continue };
        let size = measured.bytes as f64 / 1e6;
        writeln!(out, "\n### `{app}`: {}\n\n{} files, {size:.2} MB.\n", describe(app), measured.files)?;
        writeln!(out, "| | median | least | CPU | runs | ratio | command |\n|---|---|---|---|---|---|---|")?;
        for timing in &measured.timings {
            let (median, least) = (milliseconds(timing.median), milliseconds(timing.least));
            let compared = if [OWN_FIRST, NODE_FIRST].contains(&&*timing.name) { first } else { own };
            let (cpu, ratio) = (milliseconds(timing.cpu), timing.median / compared.median);
            let command = shorten(&timing.command);
            writeln!(
                out,
                "| {} | {median} | {least} | {cpu} | {} | {ratio:.1} | `{command}` |",
                timing.name, timing.runs
            )?;
        }
        let (limit, above) = (milliseconds(measured.limit), first.median / measured.limit);
        writeln!(out, "| limit | {limit} | | | 9 | {:.2} | `limit {app}` |", 1.0 / above)?;
        if let Some(node) = measured.of(NODE) {
            let wanted = if app == "stacks" { 100.0 } else { 200.0 };
            if app == "books" || app == "stacks" {
                held.push(Held::at_least(
                    format!("synthesis of {app} against {NODE}"),
                    wanted,
                    node.median / own.median,
                ));
            }
        }
        if app == "stacks" {
            held.push(Held::at_most("synthesis of stacks against the limit", 3.0, above, "times"));
        }
    }
    Ok(())
}

/// A command without the directories of this machine.
fn shorten(command: &str) -> String {
    let words = command.split(' ').map(|word| match word.split_once('=') {
        Some((name, path)) if path.starts_with('/') => format!("{name}=…"),
        _ if word.starts_with('/') => word.rsplit('/').next().unwrap_or(word).to_owned(),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn memory(out: &mut String, figures: &Memory, held: &mut Vec<Held>) -> Result<()> {
    writeln!(out, "\n## Peak memory\n\nThe resident memory of the same processes, as the kernel counts it.\n")?;
    writeln!(out, "| | {OWN} | {NODE} | ratio | {NODE_CHECKED} |\n|---|---|---|---|---|")?;
    let mut least = f64::INFINITY;
    for app in APPS {
        let Some(measured) = figures.get(app) else { continue };
        let of = |name: &str| measured.get(name).map_or(f64::NAN, |kibibytes| *kibibytes as f64 / 1024.0);
        let ratio = of(NODE) / of(OWN);
        least = least.min(ratio);
        writeln!(
            out,
            "| {app} | {:.1} MiB | {:.1} MiB | {ratio:.1} | {:.1} MiB |",
            of(OWN),
            of(NODE),
            of(NODE_CHECKED)
        )?;
    }
    held.push(Held::at_least("peak memory against aws-cdk-lib, the worst app", 10.0, least));
    Ok(())
}

fn edits(out: &mut String, figures: &Edits, held: &mut Vec<Held>) -> Result<()> {
    writeln!(
        out,
        "\n## From an edit to the template\n\nOne line of the app `books` is changed, until the template with the change is on disk: \
         `cargo run` in the debug profile, `tsc && node dist/books.js`, `ts-node books.ts`, and `tsx books.ts`, which checks no types; \
         `CDK_VALIDATION=false`.\n"
    )?;
    let own = figures.get(edit::OWN).copied().unwrap_or(f64::NAN);
    writeln!(out, "| | median | ratio |\n|---|---|---|")?;
    for (name, seconds) in figures {
        writeln!(out, "| `{name}` | {seconds:.2} s | {:.1} |", seconds / own)?;
    }
    held.push(Held::at_most("edit to template", 1.2, own, "s"));
    let ts_node = figures.get(edit::TS_NODE).copied().unwrap_or(f64::NAN);
    held.push(Held::at_least("edit to template against `ts-node`", 4.0, ts_node / own));
    Ok(())
}

fn builds(out: &mut String, figures: &Builds, held: &mut Vec<Held>) -> Result<()> {
    writeln!(
        out,
        "\n## Clean builds\n\nDebug builds with cargo's own profile (full debug information), and `CARGO_INCREMENTAL=0`, as what comes \
         from a registry is compiled; everything is downloaded before. *serde* is an empty program with `serde_json` and serde's derive. \
         Of each crate, the CPU time of its rustc is taken by a `RUSTC_WRAPPER`.\n"
    )?;
    writeln!(out, "| | wall | CPU | crates | target |\n|---|---|---|---|---|")?;
    for (name, build) in &figures.programs {
        let (wall, cpu) = (build.usage.wall, build.usage.cpu);
        writeln!(out, "| {name} | {wall:.1} s | {cpu:.1} s | {} | {} MiB |", build.crates, build.target)?;
    }
    writeln!(out, "\nThe crates of `books` that take most:\n\n| crate | CPU |\n|---|---|")?;
    for (name, cpu) in figures.crates.iter().take(12) {
        writeln!(out, "| {name} | {cpu:.2} s |")?;
    }
    if let Some(books) = figures.programs.get(build::OWN) {
        held.push(Held::at_most("clean build of books", 20.0, books.usage.cpu, "CPU s"));
        held.push(Held::at_most("crates of books", 40.0, books.crates as f64, "crates"));
    }
    let is_l2 =
        |name: &str| name.starts_with("aws_cdk_") && !name.starts_with("aws_cdk_cfn_") && name != "aws_cdk_core";
    if let Some((name, cpu)) = figures.crates.iter().find(|(name, _)| is_l2(name)) {
        held.push(Held::at_most(format!("the largest L2 crate, {name}"), 3.0, *cpu, "CPU s"));
    }
    Ok(())
}

fn costs(out: &mut String, figures: &Scaling, held: &mut Vec<Held>) -> Result<()> {
    writeln!(
        out,
        "\n## Cost per construct\n\nWhole processes that synthesize an app again, timed by hyperfine (`scaling STACKS CONSTRUCTS`), less \
         the time of the same program without these constructs; the least of all runs, since in a difference the noise of two medians \
         adds up. In the first shape the number of stacks grows, with 250 constructs each; in the second there are always 100 stacks, each \
         of which refers to the one before, and their own time is taken off; with more than 500 resources in a stack, CloudFormation would \
         not take the last of these. `cargo bench -p bench --bench scaling` measures the same \
         inside of one process, where the memory of the run before is used again.\n"
    )?;
    writeln!(
        out,
        "| shape | constructs | whole | without | of the difference for each construct |\n|---|---|---|---|---|"
    )?;
    for (shape, points) in figures {
        let mut costs = Vec::new();
        for Point { constructs, whole, without } in points {
            let cost = (whole - without) / *constructs as f64 * 1e6;
            costs.push(cost);
            let (whole, without) = (milliseconds(*whole), milliseconds(*without));
            writeln!(out, "| {shape} | {constructs} | {whole} | {without} | {cost:.2} µs |")?;
        }
        let most = costs.iter().copied().fold(0.0, f64::max);
        let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
        let spread = (most / least - 1.0) * 100.0;
        if shape == scaling::DEPLOYABLE {
            held.push(Held::at_most(format!("spread of the cost per construct, {shape}"), 15.0, spread, "%"));
        }
    }
    Ok(())
}
