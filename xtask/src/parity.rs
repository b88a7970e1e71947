//! `cargo xtask parity [NAME…]`: compares what the ported cases synthesize with what aws-cdk-lib recorded.
//!
//! The comparison is a program of its own, `tests/parity`, since it compiles the libraries and this tool does not.

use std::env;
use std::process::Command;

use anyhow::{Context, bail};
use clap::Args;

/// Compare the parity cases with their recorded templates.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The cases; all if none is named.
    names: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", "parity", "--"])
        .args(&arguments.names)
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the parity cases did not all pass");
    }
    Ok(())
}
