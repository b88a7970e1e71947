//! The figures of all parts, as `tests/bench/results.json` has them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::build::Builds;
use super::edit::Edits;
use super::l1::Generation;
use super::machine::Machine;
use super::memory::Memory;
use super::scaling::Scaling;
use super::synthesis::Synthesis;

/// The file, relative to the repository.
pub(crate) const FILE: &str = "tests/bench/results.json";

/// What was measured last.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Results {
    pub(crate) synthesis: Option<Part<Synthesis>>,
    pub(crate) memory: Option<Part<Memory>>,
    pub(crate) edit: Option<Part<Edits>>,
    pub(crate) build: Option<Part<Builds>>,
    pub(crate) l1: Option<Part<Generation>>,
    pub(crate) scaling: Option<Part<Scaling>>,
}

/// The figures of a part, and the machine that they are of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Part<T> {
    pub(crate) machine: Machine,
    pub(crate) figures: T,
}

impl Results {
    /// Those of the repository; none if there is no file yet.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        match fs::read_to_string(root.join(FILE)) {
            Ok(text) => serde_json::from_str(&text).with_context(|| format!("{FILE} is damaged")),
            Err(_) => Ok(Self::default()),
        }
    }

    pub(crate) fn write(&self, root: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(root.join(FILE), text).with_context(|| format!("cannot write {FILE}"))
    }
}
