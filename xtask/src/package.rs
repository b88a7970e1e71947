//! `cargo xtask package`: every crate as it would be published, packaged without a warning and unpacked.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use serde_json::Value;

use crate::process::{output, target_directory};
use crate::repository;

/// Package every crate, as for publishing, and unpack the packages into `target/package/unpacked`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Result<()> {
    let unpacked = package()?;
    let count = fs::read_dir(&unpacked)?.count();
    writeln!(io::stdout(), "{count} packages in {}", unpacked.display())?;
    Ok(())
}

/// Packages all crates that are to be published; gives the folder with a folder for each.
pub(crate) fn package() -> Result<PathBuf> {
    let root = repository::root();
    let names = published(&root)?;
    let mut command = Command::new(env!("CARGO"));
    // What is built of packages is tested with the starter; building each on its own would take hours.
    command.args(["package", "--no-verify", "--allow-dirty"]).current_dir(&root);
    for name in &names {
        command.args(["--package", name]);
    }
    let output = command.output().context("cannot run cargo")?;
    let printed = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`cargo package` failed:\n{printed}");
    if let Some(warning) = printed.lines().find(|line| line.starts_with("warning")) {
        bail!("`cargo package` warns: {warning}\n{printed}");
    }
    let packages = target_directory(&root).join("package");
    let unpacked = packages.join("unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked).with_context(|| format!("cannot empty {}", unpacked.display()))?;
    }
    for name in &names {
        unpack(&packages, name, &unpacked)?;
    }
    Ok(unpacked)
}

/// The names of the packages that may be published.
fn published(root: &Path) -> Result<Vec<String>> {
    let mut command = Command::new(env!("CARGO"));
    let printed = output(command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root))?;
    let metadata: Value = serde_json::from_str(&printed).context("cannot read what cargo metadata printed")?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let published = packages.iter().filter(|package| package["publish"].is_null());
    Ok(published.filter_map(|package| package["name"].as_str()).map(str::to_owned).collect())
}

/// Unpacks `NAME-VERSION.crate`.
fn unpack(packages: &Path, name: &str, into: &Path) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let file = packages.join(format!("{name}-{version}.crate"));
    let read = File::open(&file).with_context(|| format!("cannot read {}", file.display()))?;
    tar::Archive::new(GzDecoder::new(read)).unpack(into).with_context(|| format!("cannot unpack {}", file.display()))
}
