//! What the start of a construct changes: new files, and entries in the lists that name crates, modules and cases.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::emit::start::Start;

use super::edit;
use crate::tree::Files;

/// New crates come before this one, which may then use them.
const BEFORE: &str = "apigatewayv2";

/// The files to write, by path in the repository.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) files: Files,
    /// The file of the construct.
    pub(super) construct: String,
    package: String,
    case: String,
}

/// The repository's files as they are and as they shall be.
struct Changes<'a> {
    root: &'a Path,
    files: Files,
}

impl Changes<'_> {
    fn add(&mut self, path: String, text: &str) {
        self.files.insert(path, text.to_owned());
    }

    fn edit(&mut self, path: &str, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
        let text = match self.files.get(path) {
            Some(text) => text.clone(),
            None => fs::read_to_string(self.root.join(path)).with_context(|| format!("cannot read {path}"))?,
        };
        let changed = change(&text).with_context(|| format!("cannot edit {path}"))?;
        if changed != text {
            self.files.insert(path.to_owned(), changed);
        }
        Ok(())
    }
}

impl Plan {
    pub(super) fn of(root: &Path, start: &Start, name: &str) -> Result<Self> {
        let mut changes = Changes { root, files: Files::new() };
        let folder = format!("crates/{}", start.directory);
        let construct = format!("{folder}/src/{}.rs", start.module);
        changes.add(construct.clone(), &start.construct);
        if root.join(&folder).join("Cargo.toml").exists() {
            existing_crate(&mut changes, &folder, start)?;
        } else {
            new_crate(&mut changes, &folder, start)?;
        }
        let Start { package, case, .. } = start;
        changes.edit("CHANGELOG.md", |text| edit::add_to_changelog(text, &format!("- `{package}`: `{name}`.")))?;
        parity(&mut changes, start)?;
        Ok(Self { files: changes.files, construct, package: package.clone(), case: case.clone() })
    }

    /// What a contributor does next.
    pub(super) fn next_steps(&self) -> String {
        let Self { construct, package, case, .. } = self;
        format!(
            "next: refine {construct} and tests/parity/cases/{case}.mjs by hand, then\n  \
             cargo test -p {package}\n  cargo xtask parity {case}\nand record the case, as CONTRIBUTING.md says"
        )
    }
}

fn existing_crate(changes: &mut Changes<'_>, folder: &str, start: &Start) -> Result<()> {
    let Start { module, export, l1_package, .. } = start;
    let module = codegen::naming::identifier(module).to_string();
    changes.edit(&format!("{folder}/src/lib.rs"), |text| edit::add_module(text, &module, export))?;
    changes.edit(&format!("{folder}/Cargo.toml"), |text| {
        let text = edit::add_dependency(text, "dependencies", l1_package)?;
        edit::add_dependency(&text, "dev-dependencies", "aws-cdk-assertions")
    })
}

fn new_crate(changes: &mut Changes<'_>, folder: &str, start: &Start) -> Result<()> {
    let Start { package, l1_package, directory, .. } = start;
    for (path, text) in &start.crate_files {
        changes.add(format!("{folder}/{path}"), text);
    }
    let version = env!("CARGO_PKG_VERSION");
    let own = format!("{package} = {{ path = \"{folder}\", version = \"{version}\" }}");
    let l1 = format!("{l1_package} = {{ path = \"crates/cfn/{directory}\", version = \"{version}\" }}");
    changes.edit("Cargo.toml", |text| {
        // Of `members` and of `default-members`.
        let text = edit::insert_before(text, &format!("    \"{folder}\","), &format!("    \"crates/{BEFORE}\","), 2)?;
        let text = edit::insert_sorted(&text, &own, dependency)?;
        edit::insert_sorted(&text, &l1, dependency)
    })?;
    changes.edit("tests/repository/tests/layering.rs", |text| {
        edit::insert_before(text, &format!("    \"{package}\","), &format!("    \"aws-cdk-{BEFORE}\","), 1)
    })?;
    changes.edit("ARCHITECTURE.md", |text| {
        let rank = format!("{BEFORE} < integrations");
        anyhow::ensure!(text.matches(&rank).count() == 1, "no rank `{rank}`");
        Ok(text.replace(&rank, &format!("{directory} < {rank}")))
    })
}

/// The name of one of the workspace's own crates, in the line that says where it is.
fn dependency(line: &str) -> Option<&str> {
    line.strip_prefix("aws-cdk-")?;
    line.split_once(" = { path").map(|(name, _)| name)
}

fn parity(changes: &mut Changes<'_>, start: &Start) -> Result<()> {
    let Start { package, case, port_module, .. } = start;
    changes.add(format!("tests/parity/cases/{case}.mjs"), &start.recorded);
    changes.add(format!("tests/parity/src/cases/{port_module}.rs"), &start.port);
    changes.edit("tests/parity/Cargo.toml", |text| edit::add_dependency(text, "dependencies", package))?;
    changes.edit("tests/parity/src/cases/mod.rs", |text| {
        let line = format!("    \"{case}\" => {port_module};");
        edit::insert_sorted(text, &line, |line| line.strip_prefix("    \"")?.split_once("\" => ").map(|(name, _)| name))
    })?;
    let first = start.recorded.lines().next().unwrap_or_default().trim_start_matches("// ");
    changes.edit("tests/parity/README.md", |text| {
        let row = format!("| `{case}` | {first} |");
        edit::insert_sorted(text, &row, |line| line.strip_prefix("| `")?.split_once("` | ").map(|(name, _)| name))
    })
}
