//! From a change of one line of the app `books` to its new template.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::measure::median;
use super::setup::Setup;
use super::{process, text};

const ROUNDS: usize = 7;

pub(crate) const OWN: &str = "cargo run";
pub(crate) const TS_NODE: &str = "ts-node";

/// Seconds, by what runs the app.
pub(crate) type Edits = BTreeMap<String, f64>;

/// An app that is edited.
struct Edited {
    name: &'static str,
    source: PathBuf,
    /// The path of a route, which changes.
    before: &'static str,
    commands: Vec<Vec<String>>,
    directory: PathBuf,
}

pub(crate) fn run(setup: &Setup) -> Result<Edits> {
    let project = setup.make_project("edit")?;
    let rust = Edited {
        name: OWN,
        source: project.join("src/main.rs"),
        before: "\"/archive",
        commands: vec![vec![env!("CARGO").to_owned(), "run".to_owned(), "--quiet".to_owned(), "--offline".to_owned()]],
        directory: project,
    };
    let tool = |name: &str| text(setup.node_tool(name));
    let node = |name, commands| Edited {
        name,
        source: setup.node.join("books.ts"),
        before: "'/archive",
        commands,
        directory: setup.node.clone(),
    };
    let apps = [
        rust,
        node("tsc && node", vec![vec![tool("tsc")], vec!["node".to_owned(), "dist/books.js".to_owned()]]),
        node(TS_NODE, vec![vec![tool("ts-node"), "books.ts".to_owned()]]),
        node("tsx", vec![vec![tool("tsx"), "books.ts".to_owned()]]),
    ];
    let mut times: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    // The first round fills caches: the dependencies are compiled in it.
    for round in 0..=ROUNDS {
        for app in &apps {
            let seconds = app.edit(setup, round)?;
            if round > 0 {
                times.entry(app.name.to_owned()).or_default().push(seconds);
            }
        }
    }
    Ok(times.into_iter().map(|(name, seconds)| (name, median(&seconds))).collect())
}

impl Edited {
    /// Changes the path, and waits for a template with the change.
    fn edit(&self, setup: &Setup, number: usize) -> Result<f64> {
        let text = fs::read_to_string(&self.source)?;
        let (before, rest) = text.split_once(self.before).context("the app has no such line")?;
        let (_, after) = rest.split_once("/{proxy+}").context("the app has no such line")?;
        let output = setup.output(&format!("edit-{}", self.name.replace(' ', "-")));
        let edited = format!("{before}{}-{number}/{{proxy+}}{after}", self.before);
        let start = Instant::now();
        fs::write(&self.source, edited)?;
        for command in &self.commands {
            let [program, arguments @ ..] = &command[..] else { continue };
            let mut command = Command::new(program);
            command.args(arguments).current_dir(&self.directory).env("CDK_OUTDIR", &output);
            command.env("CDK_VALIDATION", "false").env("BENCH_ROOT", &setup.root);
            // Those of the cargo that runs this.
            command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTC_WRAPPER");
            process::check_quietly(&mut command)?;
        }
        let seconds = start.elapsed().as_secs_f64();
        check_template(&output, number)?;
        Ok(seconds)
    }
}

fn check_template(output: &Path, number: usize) -> Result<()> {
    let template = fs::read_to_string(output.join("Books.template.json"))?;
    let expected = format!("\"RouteKey\": \"ANY /archive-{number}/{{proxy+}}\"");
    ensure!(template.contains(&expected), "the template does not have the change: {expected}");
    Ok(())
}
