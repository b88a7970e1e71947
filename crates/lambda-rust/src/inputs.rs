//! What a binary is made of besides the toolchain: files and variables, as they are now.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::cargo::Cargo;
use crate::config;
use crate::dep_info;
use crate::workspace::Workspace;

/// So many files of a package with a build script are looked at; beyond that cargo is asked each time.
const MAX_FILES: usize = 5_000;

/// What the binaries of a build are made of. `None` if that cannot be told for sure, so that cargo must be asked.
pub(crate) struct Inputs {
    files: BTreeSet<PathBuf>,
    variables: BTreeSet<String>,
    lock_file: PathBuf,
}

impl Inputs {
    /// Those of executables that cargo just made.
    pub(crate) fn of(cargo: &Cargo, workspace: &Workspace, executables: &[&Path]) -> Option<Self> {
        let mut files = BTreeSet::new();
        for executable in executables {
            let text = fs::read_to_string(dep_info::path_for(executable)).ok()?;
            for source in dep_info::sources(&text)? {
                // `build.dep-info-basedir` makes them relative to a directory that is not known here.
                if !source.is_absolute() {
                    return None;
                }
                add(&mut files, source)?;
            }
        }
        let mut packages: BTreeSet<PathBuf> = files.iter().filter_map(|file| manifest_of(file)).collect();
        packages.extend(workspace.packages.iter().map(|package| package.manifest_path.clone()));
        for manifest in packages {
            let directory = manifest.parent()?;
            let in_workspace = workspace.packages.iter().find(|package| package.manifest_path == manifest);
            let has_build_script = match in_workspace {
                Some(package) => package.has_build_script,
                None => directory.join("build.rs").exists(),
            };
            // A build script that does not say what it reads may read any file of its package.
            if has_build_script {
                add_tree(&mut files, directory)?;
            }
            files.insert(manifest);
        }
        let lock_file = workspace.root.join("Cargo.lock");
        files.extend([workspace.root.join("Cargo.toml"), lock_file.clone()]);
        files.extend(config::cargo_files(cargo, &workspace.root));
        files.extend(config::toolchain_files(&workspace.root));
        let variables = variables(workspace, executables);
        Some(Self { files, variables, lock_file })
    }

    /// What they are now; `None` if one has changed since the build started, so that the build may not have seen it.
    pub(crate) fn state_since(&self, start: SystemTime, cargo: &Cargo) -> Option<Value> {
        let mut files = Vec::new();
        for path in &self.files {
            let modified = fs::metadata(path).and_then(|metadata| metadata.modified()).unwrap_or(UNIX_EPOCH);
            // Cargo itself writes the lock file.
            if modified >= start && *path != self.lock_file {
                return None;
            }
            files.push(json!([path.to_str()?, state(path)]));
        }
        let variables = self.variables.iter().map(|name| json!([name, variable(cargo, name)]));
        Some(json!({ "files": files, "variables": variables.collect::<Vec<_>>() }))
    }
}

/// Whether everything is as it was.
pub(crate) fn is_unchanged(recorded: &Value, cargo: &Cargo) -> bool {
    let all = |key: &str, is_same: &dyn Fn(&str, &Value) -> bool| {
        let entries = recorded[key].as_array();
        entries
            .is_some_and(|all| all.iter().all(|entry| entry[0].as_str().is_some_and(|name| is_same(name, &entry[1]))))
    };
    all("files", &|path, was| state(Path::new(path)) == *was)
        && all("variables", &|name, was| variable(cargo, name) == *was)
}

/// When a file was changed and how long it is; null for what is not there.
pub(crate) fn state(path: &Path) -> Value {
    let Ok(metadata) = fs::metadata(path) else { return Value::Null };
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let length = if metadata.is_dir() { 0 } else { metadata.len() };
    json!(format!("{}.{:09} {length}", modified.as_secs(), modified.subsec_nanos()))
}

fn variable(cargo: &Cargo, name: &str) -> Value {
    cargo.variable(name).map_or(Value::Null, |value| json!(value.to_string_lossy()))
}

/// Adds a file, or all files of a directory that a build script names.
fn add(files: &mut BTreeSet<PathBuf>, path: PathBuf) -> Option<()> {
    if path.is_dir() {
        return add_tree(files, &path);
    }
    files.insert(path);
    Some(())
}

/// Adds all files below a directory, and the directories, whose times tell when a file was added or taken away.
fn add_tree(files: &mut BTreeSet<PathBuf>, directory: &Path) -> Option<()> {
    let mut pending = vec![directory.to_owned()];
    while let Some(directory) = pending.pop() {
        for entry in fs::read_dir(&directory).ok()? {
            let entry = entry.ok()?;
            let name = entry.file_name();
            if name == "target" || name.to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().ok()?.is_dir() {
                pending.push(entry.path());
            } else {
                files.insert(entry.path());
            }
        }
        files.insert(directory);
        if files.len() > MAX_FILES {
            return None;
        }
    }
    Some(())
}

/// The manifest of the package that a source is of.
fn manifest_of(source: &Path) -> Option<PathBuf> {
    let manifests = source.ancestors().skip(1).map(|directory| directory.join("Cargo.toml"));
    manifests.into_iter().find(|manifest| manifest.is_file())
}

/// The variables that sources and build scripts read, as far as they say so.
fn variables(workspace: &Workspace, executables: &[&Path]) -> BTreeSet<String> {
    let mut variables = BTreeSet::new();
    let directories: BTreeSet<&Path> = executables.iter().filter_map(|executable| executable.parent()).collect();
    for directory in directories {
        for path in entries(&directory.join("deps")) {
            if path.extension().is_some_and(|extension| extension == "d") {
                let text = fs::read_to_string(path).unwrap_or_default();
                variables.extend(dep_info::variables(&text).map(str::to_owned));
            }
        }
        // Build scripts of crates that run while building, such as macros, are those of this computer.
        let of_host = directory.file_name().map(|profile| workspace.target_directory.join(profile));
        for directory in [Some(directory.to_owned()), of_host].into_iter().flatten() {
            for path in entries(&directory.join("build")) {
                let output = fs::read_to_string(path.join("output")).unwrap_or_default();
                variables.extend(dep_info::variables_of_build_script(&output).map(str::to_owned));
            }
        }
    }
    variables
}

fn entries(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_change_is_noticed() {
        let directory = tempfile::tempdir().unwrap();
        let (file, absent) = (directory.path().join("main.rs"), directory.path().join("config.toml"));
        fs::write(&file, "fn main() {}").unwrap();
        let cargo = Cargo::new(vec![("GREETING".into(), "hello".into())]);
        let inputs = Inputs {
            files: [file.clone(), absent.clone()].into(),
            variables: ["GREETING".to_owned(), "UNSET".to_owned()].into(),
            lock_file: PathBuf::new(),
        };
        let later = SystemTime::now() + Duration::from_secs(60);
        let recorded = inputs.state_since(later, &cargo).unwrap();
        assert!(is_unchanged(&recorded, &cargo));
        assert!(!is_unchanged(&recorded, &Cargo::new(Vec::new())));
        assert!(!is_unchanged(&Value::Null, &cargo));
        assert!(inputs.state_since(UNIX_EPOCH, &cargo).is_none());

        fs::write(&absent, "").unwrap();
        assert!(!is_unchanged(&recorded, &cargo));
        fs::remove_file(&absent).unwrap();
        fs::write(&file, "fn main() { }").unwrap();
        assert!(!is_unchanged(&recorded, &cargo));
    }
}
