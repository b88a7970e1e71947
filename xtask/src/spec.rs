//! `cargo xtask spec …`: compares specifications, and takes newer ones.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use codegen::Model;
use codegen::diff::Change;

use crate::specification::{self, FILE, SCHEMAS_FILE, VERSION_FILE};
use crate::{repository, tree};

/// Compare specifications, and take newer ones.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List what differs between two specifications, plain or gzipped: `!` marks what breaks code that uses the crates.
    Diff {
        /// The specification that code was written with.
        old: PathBuf,
        /// The one to compare it with.
        new: PathBuf,
    },
    /// Replace what `spec/` has of AWS, record its version and checksum, and list what differs.
    Update(UpdateArguments),
}

#[derive(Debug, Default, clap::Args)]
struct UpdateArguments {
    /// A resource specification, plain or gzipped.
    #[arg(required_unless_present = "schemas")]
    file: Option<PathBuf>,
    /// A folder with the registry schema of each resource type, a JSON file each; of which their facts are kept.
    #[arg(long, value_name = "DIR", requires = "schemas_from")]
    schemas: Option<PathBuf>,
    /// Where those schemas are from, for `spec/VERSION`.
    #[arg(long, value_name = "TEXT")]
    schemas_from: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::Diff { old, new } => {
            let changes = codegen::diff(&specification::read_file(old)?, &specification::read_file(new)?);
            print(&changes)
        }
        Command::Update(arguments) => {
            let changes = update(&specification::folder(&repository::root()), arguments)?;
            print(&changes)?;
            writeln!(io::stdout(), "run `cargo xtask codegen` to write the crates anew")?;
            Ok(())
        }
    }
}

fn print(changes: &[Change]) -> Result<()> {
    let mut out = io::stdout().lock();
    for change in changes {
        writeln!(out, "{change}")?;
    }
    writeln!(out, "{}", summary(changes))?;
    Ok(())
}

/// What the changes mean for the version of the crates.
fn summary(changes: &[Change]) -> String {
    let breaking = changes.iter().filter(|change| change.kind.is_breaking()).count();
    let version = match (changes.len(), breaking) {
        (0, _) => "no new version is needed",
        (_, 0) => "a minor version",
        _ => "a major version (below 1.0, a minor one)",
    };
    format!("{} changes, {breaking} of them breaking: {version}", changes.len())
}

/// Replaces what `folder` has, after everything was understood.
fn update(folder: &Path, arguments: &UpdateArguments) -> Result<Vec<Change>> {
    let old = specification::read(folder)?;
    let mut pin = specification::read_pin(folder)?;
    let mut written: Vec<(&str, Vec<u8>)> = Vec::new();
    if let Some(file) = &arguments.file {
        let json = specification::read_json(file)?;
        let model = specification::parse(&json, &folder.join("patches"))?;
        let compressed = specification::compress(&json)?;
        (pin.version, pin.sha256) = (model.version, specification::sha256(&compressed));
        written.push((FILE, compressed));
    }
    if let (Some(schemas), Some(from)) = (&arguments.schemas, &arguments.schemas_from) {
        let compressed = specification::compress(extract(schemas)?.as_bytes())?;
        (pin.schemas, pin.schemas_sha256) = (from.clone(), specification::sha256(&compressed));
        written.push((SCHEMAS_FILE, compressed));
    }
    written.push((VERSION_FILE, pin.text().into_bytes()));
    let new = check(folder, &written)?;
    for (file, bytes) in &written {
        fs::write(folder.join(file), bytes).with_context(|| format!("cannot write {file}"))?;
    }
    Ok(codegen::diff(&old, &new))
}

/// Reads what the folder would have, from a copy of it, so that nothing is written that cannot be read.
fn check(folder: &Path, written: &[(&str, Vec<u8>)]) -> Result<Model> {
    let copy = tempfile::tempdir().context("cannot make a temporary folder")?;
    tree::copy(folder, copy.path())?;
    for (file, bytes) in written {
        fs::write(copy.path().join(file), bytes)?;
    }
    specification::read(copy.path())
}

/// The facts of all schemas in a folder.
fn extract(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    ensure!(!files.is_empty(), "{} has no schemas: a JSON file for each resource type", folder.display());
    let mut resources = Vec::new();
    for file in files {
        let json = specification::read_json(&file)?;
        let resource = codegen::schema::read(&json).with_context(|| format!("cannot understand {}", file.display()))?;
        resources.push(resource);
    }
    Ok(codegen::extract::write(&resources)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = r#"{ "typeName": "AWS::Books::Shelf", "properties": { "Row": { "type": "integer" } } }"#;

    fn specification_of(version: &str, required: bool, properties: &[&str]) -> String {
        let property = |name: &&str| {
            let documentation = r#""Documentation": "http://example.com""#;
            format!(
                r#""{name}": {{ {documentation}, "PrimitiveType": "String", "Required": {required}, "UpdateType": "Mutable" }}"#
            )
        };
        let properties: Vec<String> = properties.iter().map(property).collect();
        format!(
            r#"{{ "ResourceSpecificationVersion": "{version}", "PropertyTypes": {{}}, "ResourceTypes": {{
                "AWS::Books::Book": {{ "Documentation": "http://example.com", "Properties": {{ {} }} }} }} }}"#,
            properties.join(",")
        )
    }

    /// A folder as `spec/` is.
    fn committed(specification: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let compressed = specification::compress(specification.as_bytes()).unwrap();
        let schemas = specification::compress(br#"{"types":{}}"#).unwrap();
        let pin = specification::Pin {
            version: "1.0.0".to_owned(),
            sha256: specification::sha256(&compressed),
            schemas: "none".to_owned(),
            schemas_sha256: specification::sha256(&schemas),
        };
        fs::write(folder.path().join(FILE), compressed).unwrap();
        fs::write(folder.path().join(SCHEMAS_FILE), schemas).unwrap();
        fs::write(folder.path().join(VERSION_FILE), pin.text()).unwrap();
        folder
    }

    #[test]
    fn an_update_says_what_breaks() {
        let folder = committed(&specification_of("1.0.0", false, &["Isbn", "Title"]));
        let newer = folder.path().join("newer.json");
        fs::write(&newer, specification_of("2.0.0", true, &["Title", "Year"])).unwrap();
        let changes = update(folder.path(), &UpdateArguments { file: Some(newer), ..Default::default() }).unwrap();
        let lines: Vec<String> = changes.iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            [
                "! AWS::Books::Book.Isbn: property removed",
                "! AWS::Books::Book.Title: was optional, is required",
                "! AWS::Books::Book.Year: required property added",
            ]
        );
        assert_eq!(summary(&changes), "3 changes, 3 of them breaking: a major version (below 1.0, a minor one)");
        assert_eq!(specification::read_pin(folder.path()).unwrap().version, "2.0.0");
        assert_eq!(specification::read(folder.path()).unwrap().version, "2.0.0");
    }

    #[test]
    fn schemas_add_types() {
        let folder = committed(&specification_of("1.0.0", false, &["Title"]));
        let schemas = folder.path().join("schemas");
        fs::create_dir(&schemas).unwrap();
        fs::write(schemas.join("shelf.json"), SCHEMA).unwrap();
        let arguments =
            UpdateArguments { schemas: Some(schemas), schemas_from: Some("a test".to_owned()), ..Default::default() };
        let changes = update(folder.path(), &arguments).unwrap();
        assert_eq!(changes[0].to_string(), "  AWS::Books::Shelf: resource type added");
        assert_eq!(summary(&changes), "1 changes, 0 of them breaking: a minor version");
        assert_eq!(specification::read_pin(folder.path()).unwrap().schemas, "a test");
    }

    #[test]
    fn nothing_is_written_that_cannot_be_read() {
        let folder = committed(&specification_of("1.0.0", false, &["Title"]));
        let before = fs::read(folder.path().join(VERSION_FILE)).unwrap();
        let newer = folder.path().join("newer.json");
        fs::write(&newer, specification_of("2.0.0", false, &["Title"]).replace("String", "Text")).unwrap();
        let arguments = UpdateArguments { file: Some(newer), ..Default::default() };
        let error = format!("{:#}", update(folder.path(), &arguments).unwrap_err());
        assert!(error.contains("Title.PrimitiveType"), "{error}");
        assert_eq!(fs::read(folder.path().join(VERSION_FILE)).unwrap(), before);
    }
}
