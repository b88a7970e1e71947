//! The most memory that a synthesis takes at any time.

use std::collections::BTreeMap;

use anyhow::Result;

use super::measure::{Usage, measured, median_usage};
use super::setup::{APPS, Setup};
use super::synthesis;

const RUNS: usize = 3;

/// KiB, by app and variant.
pub(crate) type Memory = BTreeMap<String, BTreeMap<String, u64>>;

pub(crate) fn run(setup: &Setup) -> Result<Memory> {
    let mut memory = Memory::new();
    for app in APPS {
        for variant in synthesis::variants(setup, app) {
            let Some(command) = variant.to_command() else { continue };
            let runs: Vec<Usage> = (0..RUNS).map(|_| measured(&command, setup)).collect::<Result<_>>()?;
            memory.entry(app.to_owned()).or_default().insert(variant.name.to_owned(), median_usage(&runs).memory);
        }
    }
    Ok(memory)
}
