//! One group of functions, built by cargo: its arguments, and the executables that come of them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use aws_cdk_core::Diagnostic;
use serde_json::Value;

use crate::archive;
use crate::cargo::{Cargo, is_installed};
use crate::code::Settings;
use crate::config;
use crate::glibc;
use crate::inputs::Inputs;
use crate::linker::{self, Linker};
use crate::names::list;
use crate::plan::{Job, Report};
use crate::stamp::{Output, Store};
use crate::toolchain::{Toolchain, ToolchainError};
use crate::workspace::{Binary, Workspace, cannot_run};

/// The largest size of a function in bytes, unzipped, 250 MiB:
/// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>.
const MAX_SIZE: u64 = 250 * 1024 * 1024;

/// Functions of one workspace, target and settings, in as few runs of cargo as their features allow.
pub(crate) struct Build<'a> {
    workspace: &'a Workspace,
    target: &'a str,
    settings: &'a Settings,
    cargo: &'a Cargo,
    jobs: Vec<(Job<'a>, Binary)>,
    runs: Vec<Run>,
}

/// A run of cargo.
#[derive(Debug, Default)]
struct Run {
    /// The functions, as indices of the jobs.
    jobs: Vec<usize>,
    /// The features of each package.
    features: BTreeMap<String, Vec<String>>,
}

impl<'a> Build<'a> {
    pub(crate) fn new(workspace: &'a Workspace, target: &'a str, settings: &'a Settings, cargo: &'a Cargo) -> Self {
        Self { workspace, target, settings, cargo, jobs: Vec::new(), runs: Vec::new() }
    }

    /// Adds a function to the first run in which its package has the same features.
    pub(crate) fn add(&mut self, job: Job<'a>, binary: Binary) {
        let mut features = job.request.code.features.clone();
        features.sort();
        features.dedup();
        let index = self.jobs.len();
        let fits = |run: &&mut Run| run.features.get(&binary.package).is_none_or(|known| *known == features);
        let run = match self.runs.iter_mut().find(fits) {
            Some(run) => run,
            None => {
                self.runs.push(Run::default());
                let last = self.runs.len() - 1;
                &mut self.runs[last]
            }
        };
        run.jobs.push(index);
        run.features.insert(binary.package.clone(), features);
        self.jobs.push((job, binary));
    }

    /// The target without the version of glibc that `cargo zigbuild` takes with it.
    fn triple(&self) -> &str {
        self.target.split('.').next().unwrap_or(self.target)
    }

    /// The arguments of a run.
    fn arguments(&self, run: &Run, flags: Option<&[String]>, linker: &Linker) -> Vec<OsString> {
        let settings = self.settings;
        let mut args: Vec<OsString> = vec![settings.subcommand.as_str().into(), "--manifest-path".into()];
        args.push(self.workspace.root.join("Cargo.toml").into());
        let mut add = |option: &str, value: &str| args.extend([option.into(), value.into()]);
        add("--target", self.target);
        add("--profile", &settings.profile);
        add("--message-format", "json-render-diagnostics");
        for (package, features) in &run.features {
            add("--package", package);
            for feature in features {
                let feature = if feature.contains('/') { feature.clone() } else { format!("{package}/{feature}") };
                add("--features", &feature);
            }
        }
        let mut bins: Vec<&str> = run.jobs.iter().map(|index| self.jobs[*index].1.name.as_str()).collect();
        bins.sort_unstable();
        bins.dedup();
        for bin in bins {
            add("--bin", bin);
        }
        if let Some(flags) = flags {
            let flags = Value::from(flags.to_vec());
            add("--config", &format!("target.{}.rustflags={flags}", self.triple()));
        }
        if let Linker::Program(linker) = linker {
            add("--config", &format!("target.{}.linker={}", self.triple(), Value::from(*linker)));
        }
        if settings.no_default_features {
            args.push("--no-default-features".into());
        }
        args.extend(settings.cargo_args.iter().map(Into::into));
        args
    }

    /// Flags that keep the paths of this computer out of binaries. Of several that fit, rustc takes the last.
    fn remapping(&self, toolchain: &Toolchain) -> Vec<String> {
        let root = &self.workspace.root;
        let mut prefixes: Vec<(PathBuf, String)> = Vec::new();
        // Packages beside the workspace. All that is not there is not below a directory of its own.
        prefixes
            .extend(root.parent().filter(|parent| parent.parent().is_some()).map(|at| (at.into(), "..".to_owned())));
        prefixes.push((root.clone(), ".".to_owned()));
        prefixes.extend(self.cargo.home().map(|home| (home, "/cargo".to_owned())));
        if let Some(hash) = &toolchain.commit_hash {
            prefixes.push((toolchain.sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{hash}")));
        }
        prefixes.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect()
    }

    fn functions(&self, run: &Run) -> Vec<String> {
        run.jobs.iter().map(|index| self.jobs[*index].0.request.function.path()).collect()
    }

    /// An error of the whole build, on its first function.
    fn fail(&self, report: Report<'_>, run: Option<&Run>, diagnostic: impl FnOnce(&Job<'a>) -> Diagnostic) {
        let first = run.and_then(|run| run.jobs.first()).copied().unwrap_or(0);
        if let Some((job, _)) = self.jobs.get(first) {
            report(&job.request.function, diagnostic(job));
        }
    }
}

/// Builds, and makes the zip files; gives the index of each function with what was made for it.
pub(crate) fn run(build: &Build<'_>, store: &Store, report: Report<'_>) -> Vec<(usize, Output)> {
    let Some((toolchain, linker)) = tools(build, report) else { return Vec::new() };
    let start = SystemTime::now();
    let mut made: Vec<(usize, Output)> = Vec::new();
    for (number, run) in build.runs.iter().enumerate() {
        let Some(executables) = cargo_build(build, run, &toolchain, &linker, report) else { continue };
        let mut zipped: BTreeMap<&Binary, Output> = BTreeMap::new();
        for &index in &run.jobs {
            let (job, binary) = &build.jobs[index];
            let Some(executable) = executables.get(binary) else {
                let message = format!("cargo made no binary `{}`", binary.name);
                let help = "leave out arguments of cargo that choose what is built";
                report(&job.request.function, job.request.error("lambda-rust::build", message).help(help));
                continue;
            };
            if let Some(output) = zipped.get(binary) {
                made.push((job.index, output.clone()));
                continue;
            }
            let name = format!("{number}-{}-{}.zip", binary.package, binary.name);
            match zip(store, executable, &name, build.target) {
                Ok(output) => {
                    zipped.insert(binary, output.clone());
                    made.push((job.index, output));
                }
                Err(problem) => report(&job.request.function, problem.diagnostic(job)),
            }
        }
    }
    // In the order of the functions, as the next synthesis reads them.
    made.sort_by_key(|(index, _)| *index);
    let outputs: Vec<&Output> = made.iter().map(|(_, output)| output).collect();
    let executables: Vec<&Path> = outputs.iter().map(|output| output.executable.as_path()).collect();
    let inputs = Inputs::of(build.cargo, build.workspace, &executables).filter(|_| outputs.len() == build.jobs.len());
    let state = inputs.and_then(|inputs| inputs.state_since(start, build.cargo));
    store.note(build.cargo, &build.workspace.root, state, &outputs);
    made
}

/// The toolchain and the linker for the target, if they are there. Errors: `lambda-rust::toolchain`, `lambda-rust::target`,
/// `lambda-rust::linker`.
fn tools(build: &Build<'_>, report: Report<'_>) -> Option<(Toolchain, Linker)> {
    let (root, triple) = (&build.workspace.root, build.triple());
    let toolchain = match Toolchain::query(build.cargo, root, triple) {
        Ok(toolchain) => toolchain,
        Err(ToolchainError::NotRun(error)) => {
            build.fail(report, None, |job| cannot_run(job.request, "rustc", &error));
            return None;
        }
        Err(ToolchainError::UnknownTarget(message)) => {
            build.fail(report, None, |job| {
                let error = job.request.error("lambda-rust::target", format!("the target `{triple}` is not known"));
                let message = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
                error
                    .note(format!("rustc says: {message}"))
                    .help("`rustc --print target-list` shows the targets that there are")
            });
            return None;
        }
    };
    let mentions_build_std = build.settings.cargo_args.iter().any(|arg| arg.contains("build-std"))
        || build.cargo.variable("CARGO_UNSTABLE_BUILD_STD").is_some();
    if !toolchain.has_target() && !mentions_build_std {
        build.fail(report, None, |job| missing_target(job, triple, &toolchain));
        return None;
    }
    let is_chosen = build.settings.subcommand != "build"
        || config::chooses_linker(build.cargo, root, triple, &build.settings.cargo_args);
    let linker =
        if is_chosen { Linker::Default } else { linker::choose(&toolchain, triple, build.cargo.variable("PATH")) };
    if let Linker::Missing { what, help } = &linker {
        build.fail(report, None, |job| {
            let message = format!("functions cannot be linked for `{triple}`: {what}");
            job.request.error("lambda-rust::linker", message).help(help.clone())
        });
        return None;
    }
    Some((toolchain, linker))
}

fn missing_target(job: &Job<'_>, triple: &str, toolchain: &Toolchain) -> Diagnostic {
    let message = format!("the standard library for `{triple}` is not installed");
    let mut error = job
        .request
        .error("lambda-rust::target", message)
        .note(format!("it would be in {}", toolchain.target_libdir.display()));
    let gnu = triple.replace("-musl", "-gnu");
    if gnu != triple && gnu == toolchain.host {
        error = error.note(format!(
            "the target of this computer needs no installation: `RustCode::target(\"{gnu}\")`, if its glibc is not newer than Lambda's"
        ));
    }
    error.help(format!("run `rustup target add {triple}`"))
}

/// Runs cargo, and gives the executables. Errors: `lambda-rust::build`, `lambda-rust::toolchain`.
fn cargo_build(
    build: &Build<'_>,
    run: &Run,
    toolchain: &Toolchain,
    linker: &Linker,
    report: Report<'_>,
) -> Option<BTreeMap<Binary, PathBuf>> {
    let flags = build.remapping(toolchain);
    let own = own_flags(build.cargo);
    let args = build.arguments(run, own.is_none().then_some(flags.as_slice()), linker);
    // Flags in the environment hide those of the configuration.
    let env: Vec<(&str, OsString)> = own
        .map(|own| ("CARGO_ENCODED_RUSTFLAGS", own.into_iter().chain(flags).collect::<Vec<_>>().join("\x1f").into()))
        .into_iter()
        .collect();
    let output = match build.cargo.build(&build.workspace.root, &args, &env) {
        Ok(output) => output,
        Err(error) => {
            build.fail(report, Some(run), |job| cannot_run(job.request, "cargo", &error));
            return None;
        }
    };
    if !output.status.success() {
        build.fail(report, Some(run), |job| failed(build, run, job, &args));
        return None;
    }
    Some(executables(build.workspace, &String::from_utf8_lossy(&output.stdout)))
}

/// The flags that the user set for the build in the environment.
fn own_flags(cargo: &Cargo) -> Option<Vec<String>> {
    if let Some(flags) = cargo.variable("CARGO_ENCODED_RUSTFLAGS") {
        return Some(
            flags.to_string_lossy().split('\x1f').filter(|flag| !flag.is_empty()).map(str::to_owned).collect(),
        );
    }
    let flags = cargo.variable("RUSTFLAGS")?;
    Some(flags.to_string_lossy().split_whitespace().map(str::to_owned).collect())
}

fn failed(build: &Build<'_>, run: &Run, job: &Job<'_>, args: &[OsString]) -> Diagnostic {
    let functions = build.functions(run);
    let noun = if functions.len() == 1 { "function" } else { "functions" };
    let functions = list(functions.iter().map(String::as_str));
    let message = format!("`cargo {}` failed for the {noun} {functions}", build.settings.subcommand);
    let args: Vec<String> = args.iter().map(|arg| quoted(&arg.to_string_lossy())).collect();
    let error = job.request.error("lambda-rust::build", message).note(format!("it was `cargo {}`", args.join(" ")));
    let error = match missing_c_compiler(build) {
        Some(how) => error.note(format!("crates with C code need a C compiler for `{}`: {how}", build.triple())),
        None => error,
    };
    error.help("correct what cargo says above")
}

/// How to install a C compiler for the target, if there is none and one may be needed: what builds C code nearly always does
/// so with the crate `cc`, which looks for these variables and programs.
fn missing_c_compiler(build: &Build<'_>) -> Option<&'static str> {
    let triple = build.triple();
    let lock = fs::read_to_string(build.workspace.root.join("Cargo.lock")).unwrap_or_default();
    let is_for_musl = triple.ends_with("-musl") && build.settings.subcommand == "build";
    if !is_for_musl || !lock.lines().any(|line| line == "name = \"cc\"") {
        return None;
    }
    let variables = [format!("CC_{triple}"), format!("CC_{}", triple.replace('-', "_"))];
    let variables = variables.iter().map(String::as_str).chain(["TARGET_CC", "CC"]);
    let (program, how) = match linker::machine(triple) {
        "x86_64" => ("musl-gcc", "`apt-get install musl-tools`"),
        _ => (
            "aarch64-linux-musl-gcc",
            "`pip install cargo-zigbuild`, and `RustCode::cargo_subcommand(\"zigbuild\")` brings one",
        ),
    };
    let is_there = variables.into_iter().any(|name| build.cargo.variable(name).is_some())
        || is_installed(program, build.cargo.variable("PATH"));
    (!is_there).then_some(how)
}

/// An argument as a shell takes it.
fn quoted(arg: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_./=,:@+".contains(character);
    if !arg.is_empty() && arg.chars().all(is_plain) {
        arg.to_owned()
    } else {
        format!("'{}'", arg.replace('\'', r"'\''"))
    }
}

/// The executables that cargo tells of, one JSON object in a line.
fn executables(workspace: &Workspace, messages: &str) -> BTreeMap<Binary, PathBuf> {
    let mut executables = BTreeMap::new();
    for line in messages.lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let (Some(executable), Some(name)) = (message["executable"].as_str(), message["target"]["name"].as_str())
        else {
            continue;
        };
        let manifest = message["manifest_path"].as_str().map(Path::new);
        let package = workspace.packages.iter().find(|package| Some(package.manifest_path.as_path()) == manifest);
        if let Some(package) = package {
            let binary = Binary { package: package.name.clone(), name: name.to_owned() };
            executables.insert(binary, PathBuf::from(executable));
        }
    }
    executables
}

/// Why there is no zip file.
enum ZipError {
    Io(PathBuf, io::Error),
    TooLarge(u64),
}

impl ZipError {
    fn diagnostic(&self, job: &Job<'_>) -> Diagnostic {
        match self {
            ZipError::Io(path, error) => {
                let message = format!("`{}` cannot be read or written: {error}", path.display());
                job.request
                    .error("lambda-rust::io", message)
                    .help("see that the target directory of cargo can be written")
            }
            ZipError::TooLarge(size) => {
                let message = format!("the binary has {} MiB, and Lambda takes 250 MiB", size / 1024 / 1024);
                job.request.error("lambda-rust::too-large", message).help("set `strip = true` in the profile")
            }
        }
    }
}

/// The zip file of an executable: the one that there is, if it is the same executable.
fn zip(store: &Store, executable: &Path, name: &str, target: &str) -> Result<Output, ZipError> {
    if let Some(known) = store.known(executable) {
        return Ok(known);
    }
    let in_file = |error| ZipError::Io(executable.to_owned(), error);
    let size = fs::metadata(executable).map_err(in_file)?.len();
    if size > MAX_SIZE {
        return Err(ZipError::TooLarge(size));
    }
    let binary = fs::read(executable).map_err(in_file)?;
    let zip = archive::zip(&binary).ok_or(ZipError::TooLarge(size))?;
    let glibc = if target.contains("-gnu") { glibc::needed(&binary) } else { None };
    store.keep(name, &zip, executable, glibc).map_err(|(path, error)| ZipError::Io(path, error))
}
