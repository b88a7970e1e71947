//! What rustc says of itself and of a target.

use std::io;
use std::path::{Path, PathBuf};

use crate::cargo::Cargo;

/// A toolchain, and one of its targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Toolchain {
    /// The triple of this computer.
    pub(crate) host: String,
    /// Names the version of the standard library in its paths.
    pub(crate) commit_hash: Option<String>,
    pub(crate) sysroot: PathBuf,
    /// Where the standard library of the target is if it is installed.
    pub(crate) target_libdir: PathBuf,
}

/// Why rustc says nothing.
#[derive(Debug)]
pub(crate) enum ToolchainError {
    /// It does not run.
    NotRun(io::Error),
    /// It does not know the target; what it says.
    UnknownTarget(String),
}

impl Toolchain {
    pub(crate) fn query(cargo: &Cargo, directory: &Path, target: &str) -> Result<Self, ToolchainError> {
        let run = |args: &[&str]| {
            let output = cargo.ask_rustc(directory, args).map_err(ToolchainError::NotRun)?;
            if output.status.success() {
                return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
            }
            let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(ToolchainError::UnknownTarget(message))
        };
        let version = run(&["-vV"])?;
        let paths = run(&["--print", "sysroot", "--print", "target-libdir", "--target", target])?;
        let value =
            |key: &str| version.lines().find_map(|line| line.strip_prefix(key)).map(|text| text.trim().to_owned());
        let mut paths = paths.lines().map(PathBuf::from);
        Ok(Self {
            host: value("host:").unwrap_or_default(),
            commit_hash: value("commit-hash:").filter(|hash| hash != "unknown"),
            sysroot: paths.next().unwrap_or_default(),
            target_libdir: paths.next().unwrap_or_default(),
        })
    }

    pub(crate) fn has_target(&self) -> bool {
        self.target_libdir.is_dir()
    }

    /// Whether the toolchain brings its own linker along, as those of rustup do.
    pub(crate) fn has_rust_lld(&self) -> bool {
        let name = format!("rust-lld{}", std::env::consts::EXE_SUFFIX);
        self.sysroot.join("lib/rustlib").join(&self.host).join("bin").join(name).is_file()
    }
}

/// What changes whenever the toolchain does, without starting anything if that is possible.
pub(crate) fn identity(cargo: &Cargo, directory: &Path) -> Option<String> {
    if let Some(rustc) = cargo.rustc_beside() {
        let metadata = std::fs::metadata(&rustc).ok()?;
        return Some(format!("{} {} {:?}", rustc.display(), metadata.len(), metadata.modified().ok()?));
    }
    let output = cargo.ask_rustc(directory, &["-vV"]).ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
