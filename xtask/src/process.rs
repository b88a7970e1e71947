//! Running other programs, and installing what they need.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// Where cargo builds.
pub(crate) fn target_directory(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}

/// Runs a program to its end.
pub(crate) fn check(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot run `{program}`: is it installed?"))?;
    ensure!(status.success(), "`{program}` failed: {status}");
    Ok(())
}

/// Runs a program that tells nothing unless it fails.
pub(crate) fn check_quietly(command: &mut Command) -> Result<()> {
    output(command).map(|_| ())
}

/// What a program writes to its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot run `{program}`: is it installed?"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        let tail: Vec<&str> = text.lines().rev().take(20).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        bail!("`{program}` failed: {}\n{}", output.status, tail.join("\n"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Installs the packages of `package.json` in a folder from npm, unless that was done before.
pub(crate) fn npm_install(manifest: &Path, folder: &Path, tell: &dyn Fn() -> Result<()>) -> Result<()> {
    let installed = folder.join(".installed.json");
    if is_same(manifest, &installed)? {
        return Ok(());
    }
    tell()?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    fs::copy(manifest, folder.join("package.json")).with_context(|| format!("cannot copy {}", manifest.display()))?;
    check(Command::new("npm").args(["install", "--silent", "--no-audit", "--no-fund"]).current_dir(folder))?;
    keep(manifest, &installed)
}

/// Whether what a file names was installed already: a copy of it is kept.
pub(crate) fn is_same(file: &Path, kept: &Path) -> Result<bool> {
    let wanted = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(fs::read(kept).is_ok_and(|known| known == wanted))
}

/// Keeps a copy of a file, to know that what it names is installed.
pub(crate) fn keep(file: &Path, kept: &Path) -> Result<()> {
    fs::copy(file, kept).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(())
}

/// Tells what is done now.
pub(crate) fn step(task: &str, what: &str) -> Result<()> {
    writeln!(io::stdout(), "{task}: {what}")?;
    Ok(())
}
