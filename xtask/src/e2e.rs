//! `cargo xtask e2e`: the tests with real clients, in `tests/cli`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{self, check, target_directory};
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
    let target = target_directory(&root);
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
    let kept = installed.join("requirements.txt");
    if process::is_same(&requirements, &kept)? {
        return Ok(python);
    }
    step("install from PyPI")?;
    check(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    check(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&requirements))?;
    process::keep(&requirements, &kept)?;
    Ok(python)
}

/// A folder with the packages of `package.json`.
fn install_npm(folder: &Path, installed: &Path) -> Result<PathBuf> {
    let npm = installed.join("npm");
    process::npm_install(&folder.join("package.json"), &npm, &|| step("install from npm"))?;
    Ok(npm)
}

fn step(what: &str) -> Result<()> {
    process::step("e2e", what)
}
