//! How the cost of a construct changes with the size of an app, measured by criterion in `tests/bench/benches/scaling.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::process;
use super::setup::Setup;

/// Seconds of building and synthesizing an app, by its shape and its number of constructs.
pub(crate) type Scaling = BTreeMap<String, BTreeMap<usize, f64>>;

pub(crate) fn run(setup: &Setup) -> Result<Scaling> {
    let criterion = setup.target.join("criterion");
    let _ = fs::remove_dir_all(&criterion);
    let mut bench = Command::new(env!("CARGO"));
    bench.args(["bench", "--quiet", "--package", "bench", "--bench", "scaling"]).current_dir(&setup.root);
    process::check_quietly(&mut bench)?;
    let mut scaling = Scaling::new();
    for shape in fs::read_dir(&criterion)? {
        let shape = shape?;
        if !shape.file_type()?.is_dir() || shape.file_name() == "report" {
            continue;
        }
        let sizes = scaling.entry(shape.file_name().to_string_lossy().into_owned()).or_default();
        for size in fs::read_dir(shape.path())? {
            let size = size?;
            let Ok(constructs) = size.file_name().to_string_lossy().parse() else { continue };
            let estimates = size.path().join("new/estimates.json");
            let text = fs::read_to_string(&estimates).with_context(|| format!("no {}", estimates.display()))?;
            let estimates: Value = serde_json::from_str(&text)?;
            let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("criterion has no median")?;
            sizes.insert(constructs, nanoseconds / 1e9);
        }
    }
    Ok(scaling)
}
