//! The machine that figures are of, and the versions of what they compare.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::process;

/// What figures depend on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Machine {
    /// The day, in UTC.
    pub(crate) date: String,
    pub(crate) commit: String,
    pub(crate) processor: String,
    pub(crate) processors: usize,
    /// GiB.
    pub(crate) memory: u64,
    pub(crate) system: String,
    pub(crate) file_system: String,
    pub(crate) rustc: String,
    pub(crate) node: String,
    /// The load averages of the last minute before and after.
    pub(crate) load: (f64, f64),
}

impl Machine {
    /// This one, that has its figures in a directory.
    pub(crate) fn describe(root: &Path, directory: &Path) -> Result<Self> {
        let said = |program: &str, arguments: &[&str]| {
            let said = process::output(Command::new(program).args(arguments).current_dir(root));
            said.map(|text| text.trim().to_owned()).unwrap_or_else(|_| "unknown".to_owned())
        };
        let value = |file: &str, name: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(':'));
            line.map(|(_, value)| value.trim().to_owned()).unwrap_or_else(|| "unknown".to_owned())
        };
        let kibibytes = value("/proc/meminfo", "MemTotal").split(' ').next().and_then(|count| count.parse().ok());
        let directory = directory.display().to_string();
        Ok(Self {
            date: said("date", &["-u", "+%Y-%m-%d"]),
            commit: said("git", &["rev-parse", "--short", "HEAD"]),
            processor: value("/proc/cpuinfo", "model name"),
            processors: std::thread::available_parallelism()?.get(),
            memory: kibibytes.unwrap_or(0_u64) >> 20,
            system: said("uname", &["-srm"]),
            file_system: said("stat", &["-f", "-c", "%T", &directory]),
            rustc: said("rustc", &["--version"]),
            node: said("node", &["--version"]),
            load: (load(), 0.0),
        })
    }

    /// Notes the load at the end.
    pub(crate) fn finish(&mut self) {
        self.load.1 = load();
    }
}

/// The load average of the last minute.
fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default()
}
