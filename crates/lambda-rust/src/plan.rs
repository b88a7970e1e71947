//! From functions to zip files: which are built together, with which arguments, and what comes of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aws_cdk_core::{BundledFiles, Diagnostic, IConstruct, Node};
use aws_cdk_lambda::Architecture;

use crate::build::{self, Build};
use crate::bundling::Request;
use crate::cargo::Cargo;
use crate::code::Settings;
use crate::glibc;
use crate::linker::machine;
use crate::stamp::{Output, Store};
use crate::workspace::{self, Binary, Workspace};

/// Takes what is wrong, and on which construct.
pub(crate) type Report<'a> = &'a mut dyn FnMut(&Node, Diagnostic);

/// A function with what can be said of it without cargo.
#[derive(Clone)]
pub(crate) struct Job<'a> {
    pub(crate) index: usize,
    pub(crate) request: &'a Request,
    pub(crate) manifest: PathBuf,
    pub(crate) target: String,
}

/// Functions that are built together as far as can be said without cargo, or once it was asked.
struct Group<'a> {
    root: PathBuf,
    target: String,
    settings: &'a Settings,
    cargo: Cargo,
    jobs: Vec<Job<'a>>,
}

/// Makes a zip file for each function; `None` for all after an error, since then nothing is written.
pub(crate) fn make(requests: &[Request], cargo: &Cargo, report: Report<'_>) -> Vec<Option<BundledFiles>> {
    let mut failed = false;
    let mut report = |node: &Node, diagnostic: Diagnostic| {
        failed |= diagnostic.severity() == aws_cdk_core::Severity::Error;
        report(node, diagnostic);
    };
    let mut made = vec![None; requests.len()];
    let jobs = prepare(requests, &mut report);
    if jobs.len() == requests.len() {
        for (index, output) in outputs(jobs, cargo, &mut report) {
            warn_of_glibc(&requests[index], &output, &mut report);
            made[index] = Some(BundledFiles::new(output.zip).hash(output.hash));
        }
    }
    if failed { vec![None; requests.len()] } else { made }
}

/// Checks what can be checked without cargo.
fn prepare<'a>(requests: &'a [Request], report: Report<'_>) -> Vec<Job<'a>> {
    let job = |(index, request): (usize, &'a Request)| {
        let found = workspace::manifest(request).and_then(|manifest| {
            let target = target(request)?;
            Ok(Job { index, request, manifest, target })
        });
        found.map_err(|error| report(&request.function, *error)).ok()
    };
    requests.iter().enumerate().filter_map(job).collect()
}

/// The target of a function. Errors: `lambda-rust::architecture`.
fn target(request: &Request) -> Result<String, Box<Diagnostic>> {
    let (own, default) = match &request.architecture {
        Architecture::X86_64 => ("x86_64", Some("x86_64-unknown-linux-musl")),
        Architecture::Arm64 => ("aarch64", Some("aarch64-unknown-linux-musl")),
        other => (other.name(), None),
    };
    let error =
        |message: String, help: String| Err(Box::new(request.error("lambda-rust::architecture", message).help(help)));
    match (&request.code.target, default) {
        (None, Some(default)) => Ok(default.to_owned()),
        (None, None) => {
            let message = format!("no target is known for the architecture `{own}`");
            error(message, "name it with `RustCode::target`".to_owned())
        }
        (Some(target), Some(default)) if machine(target) != own => {
            let architecture = request.architecture.name();
            let message =
                format!("a program for `{target}` does not run on the architecture `{architecture}` of the function");
            error(message, format!("leave `target` out for `{default}`, or set `architecture` of the function"))
        }
        (Some(target), _) => Ok(target.clone()),
    }
}

/// What is made for each function: what the last build has made if nothing has changed, else what cargo makes.
fn outputs<'a>(jobs: Vec<Job<'a>>, cargo: &Cargo, report: Report<'_>) -> Vec<(usize, Output)> {
    let mut outputs = Vec::new();
    let mut stale = Vec::new();
    for group in group(jobs, cargo, |job, _| workspace_guess(&job.manifest)) {
        let target_directory = group.cargo.target_directory().unwrap_or_else(|| group.root.join("target"));
        match group.store(&target_directory).fresh(&group.cargo, &group.root) {
            Some(fresh) if fresh.len() == group.jobs.len() => {
                outputs.extend(group.jobs.iter().map(|job| job.index).zip(fresh));
            }
            _ => stale.extend(group.jobs),
        }
    }
    outputs.extend(build_all(stale, cargo, report));
    outputs
}

/// The directory of the workspace of a manifest, as it probably is: cargo keeps its lock file there.
fn workspace_guess(manifest: &Path) -> PathBuf {
    let directory = manifest.parent().unwrap_or(manifest);
    directory.ancestors().find(|directory| directory.join("Cargo.lock").is_file()).unwrap_or(directory).to_owned()
}

/// Groups functions of the same workspace, target and settings, in the order of the functions.
fn group<'a>(jobs: Vec<Job<'a>>, cargo: &Cargo, root: impl Fn(&Job<'a>, &Cargo) -> PathBuf) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for job in jobs {
        let settings = &job.request.code.settings;
        let root = root(&job, cargo);
        let same =
            |group: &&mut Group<'_>| group.root == root && group.target == job.target && group.settings == settings;
        match groups.iter_mut().find(same) {
            Some(group) => group.jobs.push(job),
            None => groups.push(Group {
                root,
                target: job.target.clone(),
                settings,
                cargo: cargo.with_env(&settings.env),
                jobs: vec![job],
            }),
        }
    }
    groups
}

impl Group<'_> {
    fn store(&self, target_directory: &Path) -> Store {
        let requests: Vec<_> = self.jobs.iter().map(|job| (job.request, job.manifest.as_path())).collect();
        Store::new(target_directory, &self.target, self.settings, &requests, &self.cargo)
    }
}

/// Asks cargo which binaries are meant, and builds them.
fn build_all<'a>(jobs: Vec<Job<'a>>, cargo: &Cargo, report: Report<'_>) -> Vec<(usize, Output)> {
    let mut workspaces: Vec<Workspace> = Vec::new();
    let mut binaries: BTreeMap<usize, (PathBuf, Binary)> = BTreeMap::new();
    for job in &jobs {
        let cargo = cargo.with_env(&job.request.code.settings.env);
        match binary(job, &cargo, &mut workspaces) {
            Ok(found) => drop(binaries.insert(job.index, found)),
            Err(error) => report(&job.request.function, *error),
        }
    }
    if binaries.len() < jobs.len() {
        return Vec::new();
    }
    let mut outputs = Vec::new();
    let root = |job: &Job<'a>, _: &Cargo| binaries.get(&job.index).map(|(root, _)| root.clone()).unwrap_or_default();
    for group in group(jobs, cargo, root) {
        let Some(workspace) = workspaces.iter().find(|workspace| workspace.root == group.root) else { continue };
        let store = group.store(&workspace.target_directory);
        let mut build = Build::new(workspace, &group.target, group.settings, &group.cargo);
        for job in group.jobs {
            if let Some((_, binary)) = binaries.get(&job.index) {
                build.add(job, binary.clone());
            }
        }
        outputs.extend(build::run(&build, &store, report));
    }
    outputs
}

/// The workspace of a function, and its binary there. A workspace is asked for once.
fn binary(job: &Job<'_>, cargo: &Cargo, workspaces: &mut Vec<Workspace>) -> Result<(PathBuf, Binary), Box<Diagnostic>> {
    let known = workspaces.iter().position(|workspace| workspace.has_manifest(&job.manifest));
    let index = match known {
        Some(index) => index,
        None => {
            workspaces.push(Workspace::query(cargo, &job.manifest, job.request)?);
            workspaces.len() - 1
        }
    };
    let workspace = &workspaces[index];
    Ok((workspace.root.clone(), workspace.binary(&job.manifest, job.request)?))
}

fn warn_of_glibc(request: &Request, output: &Output, report: Report<'_>) {
    if let Some(minor) = output.glibc.filter(|minor| *minor > glibc::LAMBDA) {
        let message = format!(
            "the program needs glibc 2.{minor} of this computer, and `provided.al2023` has glibc 2.{}",
            glibc::LAMBDA
        );
        let diagnostic = Diagnostic::warning("lambda-rust::glibc", message)
            .at(request.function.location())
            .help("leave `target` out, so that the program needs no C library, or build on an older system");
        report(request.function.node(), diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use aws_cdk_core::{App, Stack};

    use super::*;
    use crate::RustCode;

    fn request(architecture: Architecture, code: RustCode) -> Request {
        let node = Stack::new(&App::new(), "Stack").node().clone();
        Request { asset: node.clone(), function: node, id: "List".to_owned(), architecture, code }
    }

    #[test]
    fn a_target_for_each_architecture() {
        let of = |architecture, code| {
            let request = request(architecture, code);
            target(&request).map_err(|error| format!("{}; {}", error.message(), error.help_text().unwrap_or_default()))
        };
        let code = || RustCode::new("functions");
        let gnu = || code().target("x86_64-unknown-linux-gnu");
        assert_eq!(of(Architecture::X86_64, code()), Ok("x86_64-unknown-linux-musl".to_owned()));
        assert_eq!(of(Architecture::Arm64, code()), Ok("aarch64-unknown-linux-musl".to_owned()));
        assert_eq!(of(Architecture::X86_64, gnu()), Ok("x86_64-unknown-linux-gnu".to_owned()));
        assert_eq!(
            of(Architecture::Arm64, gnu()).unwrap_err(),
            "a program for `x86_64-unknown-linux-gnu` does not run on the architecture `arm64` of the function; \
             leave `target` out for `aarch64-unknown-linux-musl`, or set `architecture` of the function"
        );
        let riscv = || Architecture::Other("riscv64".to_owned());
        assert!(of(riscv(), code()).is_err());
        assert!(of(riscv(), code().target("riscv64gc-unknown-linux-gnu")).is_ok());
    }
}
