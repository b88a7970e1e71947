//! `cargo xtask e2e`: the tests with real clients, in `tests/cli`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{package, repository};

/// Where the tests are, relative to the repository.
const FOLDER: &str = "tests/cli";
/// Where what they need is installed, relative to the target directory.
const INSTALLED: &str = "e2e";
/// The programs that the tests run.
const PACKAGES: [&str; 4] = ["books", "chat", "orders", "cli-programs"];

/// Run the stock CLI, linters and a server on what the examples write. Installs them into `target/e2e` from npm and PyPI.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Arguments of pytest, such as `-k chat`.
    #[arg(last = true)]
    pytest: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = repository::root();
    let folder = root.join(FOLDER);
    let target = repository::target_directory();
    let installed = target.join(INSTALLED);
    let python = install_python(&folder, &installed)?;
    let npm = install_npm(&folder, &installed)?;
    step("build the programs")?;
    let mut build = Command::new(env!("CARGO"));
    build.arg("build").arg("--quiet").current_dir(&root);
    for package in PACKAGES {
        build.args(["--package", package]);
    }
    check(&mut build)?;
    step("package the crates")?;
    let crates = package::package()?;
    step("run the tests")?;
    let mut pytest = Command::new(python);
    pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).args(&arguments.pytest).arg(&folder);
    pytest
        .env("E2E_PROGRAMS", target.join("debug"))
        .env("E2E_NPM", npm)
        .env("E2E_CRATES", crates)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    check(pytest.current_dir(&installed))
}

/// A virtual environment with the packages of `requirements.txt`; gives its interpreter.
fn install_python(folder: &Path, installed: &Path) -> Result<PathBuf> {
    let environment = installed.join("python");
    let python = environment.join("bin/python");
    let requirements = folder.join("requirements.txt");
    if is_fresh(&requirements, installed, "requirements.txt")? {
        return Ok(python);
    }
    step("install from PyPI")?;
    check(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    check(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&requirements))?;
    keep(&requirements, installed, "requirements.txt")?;
    Ok(python)
}

/// A folder with the packages of `package.json`.
fn install_npm(folder: &Path, installed: &Path) -> Result<PathBuf> {
    let npm = installed.join("npm");
    let manifest = folder.join("package.json");
    if is_fresh(&manifest, installed, "package.json")? {
        return Ok(npm);
    }
    step("install from npm")?;
    fs::create_dir_all(&npm).with_context(|| format!("cannot create {}", npm.display()))?;
    fs::copy(&manifest, npm.join("package.json")).with_context(|| format!("cannot copy {}", manifest.display()))?;
    check(Command::new("npm").args(["install", "--silent", "--no-audit", "--no-fund"]).current_dir(&npm))?;
    keep(&manifest, installed, "package.json")?;
    Ok(npm)
}

/// Whether what a file names was installed already: a copy of it is kept.
fn is_fresh(file: &Path, installed: &Path, name: &str) -> Result<bool> {
    let wanted = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(fs::read(installed.join(name)).is_ok_and(|known| known == wanted))
}

fn keep(file: &Path, installed: &Path, name: &str) -> Result<()> {
    fs::copy(file, installed.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(())
}

fn step(what: &str) -> Result<()> {
    writeln!(io::stdout(), "e2e: {what}")?;
    Ok(())
}

fn check(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot run `{program}`: is it installed?"))?;
    ensure!(status.success(), "`{program}` failed: {status}");
    Ok(())
}
