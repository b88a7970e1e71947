//! Whole processes that synthesize an app, from start to the last file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::hyperfine::{self, Timing, Variant};
use super::measure::{measured, median};
use super::setup::{APPS, Setup};
use super::{process, text};

const ROUNDS: usize = 5;

/// With the checks of templates, which take seconds, fewer runs are enough.
const ROUNDS_WITH_CHECKS: usize = 3;

/// How often a new directory is written.
const FIRST_RUNS: usize = 11;

pub(crate) const OWN: &str = "this";
pub(crate) const NODE: &str = "aws-cdk-lib";
pub(crate) const NODE_CHECKED: &str = "aws-cdk-lib, with its checks";
pub(crate) const OWN_FIRST: &str = "this, to a new directory";
pub(crate) const NODE_FIRST: &str = "aws-cdk-lib, to a new directory";

/// The figures of each app.
pub(crate) type Synthesis = BTreeMap<String, App>;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct App {
    pub(crate) timings: Vec<Timing>,
    /// Seconds that writing the same bytes takes with `serde_json` from ready values.
    pub(crate) limit: f64,
    pub(crate) files: usize,
    pub(crate) bytes: u64,
}

impl App {
    /// The figures of a variant.
    pub(crate) fn of(&self, name: &str) -> Option<&Timing> {
        self.timings.iter().find(|timing| timing.name == name)
    }
}

pub(crate) fn run(setup: &Setup) -> Result<Synthesis> {
    let _ = fs::remove_dir_all(setup.output(""));
    fs::create_dir_all(setup.output(""))?;
    APPS.iter().map(|app| Ok(((*app).to_owned(), measure(setup, app)?))).collect()
}

fn measure(setup: &Setup, app: &str) -> Result<App> {
    process::step("bench", &format!("synthesis of {app}"))?;
    let variants = variants(setup, app);
    compare(setup, app)?;
    let mut timings = hyperfine::time(&variants, ROUNDS, &setup.scratch)?;
    timings.extend(first(setup, app)?);
    let own = setup.output(app);
    let limit = process::output(
        Command::new(setup.program("limit")).arg(flat_copy(&own)?).arg(setup.output("limit")).arg("9"),
    )?;
    let limits: Vec<f64> = limit.lines().map(|line| Ok(line.parse::<f64>()? / 1e9)).collect::<Result<_>>()?;
    let (files, bytes) = size(&own)?;
    Ok(App { timings, limit: median(&limits), files, bytes })
}

/// The commands that synthesize an app.
pub(crate) fn variants(setup: &Setup, app: &str) -> Vec<Variant> {
    let (own_runs, node_runs) = if app == "stacks" || app == "references" { (10, 2) } else { (40, 3) };
    let script = text(setup.node.join("dist").join(format!("{app}.js")));
    let node = |name, output: &str, checks: bool| Variant {
        name,
        command: vec!["node".to_owned(), script.clone()],
        environment: vec![
            ("CDK_VALIDATION", checks.to_string()),
            ("CDK_OUTDIR", text(setup.output(output))),
            ("BENCH_ROOT", text(&setup.root)),
        ],
        runs: if checks { 1 } else { node_runs },
        rounds: if checks { ROUNDS_WITH_CHECKS } else { ROUNDS },
    };
    let mut variants = vec![
        Variant {
            name: OWN,
            command: vec![text(setup.program(app))],
            environment: vec![("CDK_OUTDIR", text(setup.output(app)))],
            runs: own_runs,
            rounds: ROUNDS,
        },
        node(NODE, &format!("node-{app}"), false),
        node(NODE_CHECKED, &format!("node-checked-{app}"), true),
    ];
    let competitor = match app {
        "stacks" => Some("stratosphere"),
        "routes" if setup.rusty_cdk => Some("rusty-cdk"),
        _ => None,
    };
    variants.extend(competitor.map(|name| Variant {
        name,
        command: vec![text(setup.competitor_program(name)), text(setup.output(name))],
        environment: Vec::new(),
        runs: own_runs,
        rounds: ROUNDS,
    }));
    variants
}

/// Synthesizes an app to a new directory each time, as hyperfine cannot.
fn first(setup: &Setup, app: &str) -> Result<Vec<Timing>> {
    let names = [(OWN, OWN_FIRST), (NODE, NODE_FIRST)];
    let renamed = |variant: Variant| {
        let (_, name) = names.iter().find(|(name, _)| *name == variant.name)?;
        Some(Variant { name, ..variant })
    };
    let variants: Vec<Variant> = variants(setup, app).into_iter().filter_map(renamed).collect();
    let mut times: Vec<(Vec<f64>, Vec<f64>)> = vec![Default::default(); variants.len()];
    for round in 0..FIRST_RUNS {
        for (number, (variant, (walls, cpus))) in variants.iter().zip(&mut times).enumerate() {
            let Some(mut command) = variant.to_command() else { continue };
            let usage =
                measured(command.env("CDK_OUTDIR", setup.output(&format!("first-{app}-{number}-{round}"))), setup)?;
            walls.push(usage.wall);
            cpus.push(usage.cpu);
        }
    }
    Ok(variants.iter().zip(times).map(|(variant, (walls, cpus))| hyperfine::timing(variant, &walls, &cpus)).collect())
}

/// Runs the variants once, to see that they do the same job: the templates have the same bytes.
fn compare(setup: &Setup, app: &str) -> Result<()> {
    for variant in variants(setup, app).iter().filter(|variant| variant.name != NODE_CHECKED) {
        let Some(mut command) = variant.to_command() else { continue };
        process::check_quietly(&mut command)?;
    }
    let (own, node) = (setup.output(app), setup.output(&format!("node-{app}")));
    let mut compared = 0;
    for entry in fs::read_dir(&node)? {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".template.json") {
            let (one, other) = (fs::read(own.join(&name)), fs::read(node.join(&name))?);
            ensure!(one.is_ok_and(|one| one == other), "`{}` of {app} is not that of aws-cdk-lib", name.display());
            compared += 1;
        }
    }
    ensure!(compared > 0, "aws-cdk-lib made no template of {app}");
    Ok(())
}

/// The number of files, and their bytes.
fn size(directory: &Path) -> Result<(usize, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let (inner_files, inner_bytes) = size(&entry.path())?;
            files += inner_files;
            bytes += inner_bytes;
        } else {
            files += 1;
            bytes += entry.metadata()?.len();
        }
    }
    Ok((files, bytes))
}

/// The JSON files of an assembly, without the assets beside them.
fn flat_copy(assembly: &Path) -> Result<std::path::PathBuf> {
    let copy = assembly.with_extension("json-files");
    let _ = fs::remove_dir_all(&copy);
    fs::create_dir_all(&copy)?;
    for entry in fs::read_dir(assembly)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), copy.join(entry.file_name())).context("cannot copy the assembly")?;
        }
    }
    Ok(copy)
}
