//! Running cargo and rustc: which ones, and in which environment.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Variables that are for the program that synthesizes, and not for what it builds: what cargo sets for programs and build
/// scripts (<https://doc.rust-lang.org/cargo/reference/environment-variables.html>), its job server, which ends with it,
/// flags that may be for this computer alone, and the wrapper by which clippy and coverage tools take the place of rustc.
const TAKEN_AWAY: [&str; 17] = [
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_MAKEFLAGS",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_LINKS",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "CARGO_TARGET_TMPDIR",
    "MAKEFLAGS",
    "MFLAGS",
    "NUM_JOBS",
    "OUT_DIR",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "RUST_RECURSION_COUNT",
];

/// Families of such variables, by how they start.
const TAKEN_AWAY_PREFIXES: [&str; 4] = ["CARGO_BIN_EXE_", "CARGO_CFG_", "CARGO_FEATURE_", "CARGO_PKG_"];

/// Families of variables that may change what is built.
const RELEVANT_PREFIXES: [&str; 11] = [
    "AR_",
    "CARGO_BUILD_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_",
    "CARGO_UNSTABLE_",
    "CC",
    "CFLAGS",
    "CXX",
    "RUSTC",
    "RUSTUP_",
    "TARGET_C",
];

/// Cargo as it is run for functions.
#[derive(Clone, Debug)]
pub(crate) struct Cargo {
    cargo: OsString,
    rustc: OsString,
    env: Vec<(OsString, OsString)>,
}

impl Cargo {
    /// The cargo that runs the program, else that of `PATH`.
    pub(crate) fn of_environment() -> Self {
        let env: Vec<_> = env::vars_os().collect();
        Self::new(env)
    }

    pub(crate) fn new(env: Vec<(OsString, OsString)>) -> Self {
        let value = |name: &str| env.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let cargo = value("CARGO").unwrap_or_else(|| "cargo".into());
        let rustc = value("RUSTC").unwrap_or_else(|| "rustc".into());
        let env = env.into_iter().filter(|(key, _)| !is_taken_away(key)).map(absolute).collect();
        Self { cargo, rustc, env }
    }

    /// As this, with variables that the user sets for the build.
    pub(crate) fn with_env(&self, env: &[(String, String)]) -> Self {
        let mut cargo = self.clone();
        for (key, value) in env {
            cargo.env.retain(|(known, _)| known != key.as_str());
            cargo.env.push((key.into(), value.into()));
            match key.as_str() {
                "CARGO" => cargo.cargo = value.into(),
                "RUSTC" => cargo.rustc = value.into(),
                _ => {}
            }
        }
        cargo
    }

    /// A variable as the build sees it.
    pub(crate) fn variable(&self, name: &str) -> Option<&OsStr> {
        self.env.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_os_str())
    }

    /// The variables that may change what is built, sorted.
    pub(crate) fn relevant_variables(&self) -> Vec<String> {
        let is_relevant = |key: &str| RELEVANT_PREFIXES.iter().any(|prefix| key.starts_with(prefix)) || key == "AR";
        let shown = |(key, value): &(OsString, OsString)| {
            let key = key.to_str().filter(|key| is_relevant(key))?;
            Some(format!("{key}={}", value.to_string_lossy()))
        };
        let mut variables: Vec<String> = self.env.iter().filter_map(shown).collect();
        variables.sort();
        variables
    }

    /// The directory that a variable names.
    fn directory(&self, variable: &str) -> Option<PathBuf> {
        let path = self.variable(variable).filter(|path| !path.is_empty())?;
        std::path::absolute(path).ok()
    }

    /// The target directory, if the environment says where it is.
    pub(crate) fn target_directory(&self) -> Option<PathBuf> {
        self.directory("CARGO_TARGET_DIR").or_else(|| self.directory("CARGO_BUILD_TARGET_DIR"))
    }

    /// Where cargo keeps sources of registries and its configuration.
    pub(crate) fn home(&self) -> Option<PathBuf> {
        self.directory("CARGO_HOME").or_else(|| Some(env::home_dir()?.join(".cargo")))
    }

    /// The rustc beside the cargo that is named by its path, as inside of `cargo run`.
    pub(crate) fn rustc_beside(&self) -> Option<PathBuf> {
        let cargo = Path::new(&self.cargo);
        let rustc = cargo.parent().filter(|parent| !parent.as_os_str().is_empty())?.join("rustc");
        let rustc = rustc.with_extension(env::consts::EXE_EXTENSION);
        (self.variable("RUSTC").is_none() && rustc.is_file()).then_some(rustc)
    }

    /// Runs cargo in a directory; gives what it prints on both streams.
    pub(crate) fn ask(&self, directory: &Path, args: &[OsString]) -> io::Result<Output> {
        self.command(&self.cargo, directory).args(args).stderr(Stdio::piped()).output()
    }

    /// Runs cargo in a directory while the user sees its messages, in colour on a terminal; gives what else it prints.
    pub(crate) fn build(&self, directory: &Path, args: &[OsString], env: &[(&str, OsString)]) -> io::Result<Output> {
        let mut command = self.command(&self.cargo, directory);
        command.args(args).envs(env.iter().map(|(key, value)| (key, value))).stderr(Stdio::inherit());
        command.output()
    }

    /// Runs rustc in a directory.
    pub(crate) fn ask_rustc(&self, directory: &Path, args: &[&str]) -> io::Result<Output> {
        self.command(&self.rustc, directory).args(args).stderr(Stdio::piped()).output()
    }

    fn command(&self, program: &OsStr, directory: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(directory).env_clear().envs(self.env.iter().map(|(key, value)| (key, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }
}

/// Makes paths absolute that start at the working directory, since cargo runs in another one.
fn absolute((key, value): (OsString, OsString)) -> (OsString, OsString) {
    let is_path = ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"].iter().any(|name| key == *name);
    let absolute = if is_path { std::path::absolute(&value).ok() } else { None };
    (key, absolute.map_or(value, PathBuf::into_os_string))
}

fn is_taken_away(key: &OsStr) -> bool {
    let key = key.to_string_lossy();
    TAKEN_AWAY.contains(&&*key) || TAKEN_AWAY_PREFIXES.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether a program can be found: by its path, or in `PATH`.
pub(crate) fn is_installed(program: &str, path: Option<&OsStr>) -> bool {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    if program.contains(std::path::is_separator) {
        return Path::new(program).is_file();
    }
    path.is_some_and(|path| env::split_paths(path).any(|directory| directory.join(&name).is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cargo(env: &[(&str, &str)]) -> Cargo {
        Cargo::new(env.iter().map(|(key, value)| (key.into(), value.into())).collect())
    }

    #[test]
    fn the_build_does_not_see_what_is_of_the_program() {
        let variables = [
            ("CARGO_PKG_NAME", "infra"),
            ("CARGO_MANIFEST_DIR", "/infra"),
            ("CARGO_MAKEFLAGS", "--jobserver-fds=3,4"),
            ("RUSTFLAGS", "-C target-cpu=native"),
            ("CARGO_TARGET_DIR", "/target"),
            ("RUSTC_WRAPPER", "sccache"),
            ("PATH", "/bin"),
        ];
        let cargo = cargo(&variables);
        let mut seen: Vec<_> = cargo.env.iter().map(|(key, _)| key.to_str().unwrap()).collect();
        seen.sort_unstable();
        assert_eq!(seen, ["CARGO_TARGET_DIR", "PATH", "RUSTC_WRAPPER"]);
        assert_eq!(cargo.relevant_variables(), ["CARGO_TARGET_DIR=/target", "RUSTC_WRAPPER=sccache"]);
    }

    #[test]
    fn directories_stay_where_they_are() {
        let here = env::current_dir().unwrap();
        assert_eq!(cargo(&[("CARGO_TARGET_DIR", "out")]).target_directory(), Some(here.join("out")));
        let cargo = cargo(&[("CARGO_BUILD_TARGET_DIR", "out")]);
        assert_eq!(cargo.variable("CARGO_BUILD_TARGET_DIR"), Some(here.join("out").as_os_str()));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let cargo = cargo(&[("RUSTFLAGS", "-Dwarnings"), ("CC", "gcc")]);
        let cargo = cargo.with_env(&[("RUSTFLAGS".into(), "-g".into()), ("CC".into(), "clang".into())]);
        assert_eq!(cargo.variable("RUSTFLAGS"), Some(OsStr::new("-g")));
        assert_eq!(cargo.relevant_variables(), ["CC=clang"]);
    }
}
