//! The committed specification: what `spec/` has of AWS, verified against `spec/VERSION`, with patches and schemas.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use codegen::Model;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// The folder, relative to the repository.
const FOLDER: &str = "spec";
/// The resource specification, in that folder.
pub(crate) const FILE: &str = "CloudFormationResourceSpecification.json.gz";
/// The facts of registry schemas, in that folder.
pub(crate) const SCHEMAS_FILE: &str = "schemas.json.gz";
/// What both must be, in that folder.
pub(crate) const VERSION_FILE: &str = "VERSION";
/// Corrections of the specification, in that folder.
const PATCHES_FOLDER: &str = "patches";
/// How gzipped files start.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// What `spec/VERSION` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pin {
    pub(crate) version: String,
    /// Of the compressed file, in hexadecimal.
    pub(crate) sha256: String,
    /// Where the schemas are from.
    pub(crate) schemas: String,
    /// Of the compressed facts, in hexadecimal.
    pub(crate) schemas_sha256: String,
}

impl Pin {
    /// The text of `spec/VERSION`.
    pub(crate) fn text(&self) -> String {
        let Self { version, sha256, schemas, schemas_sha256 } = self;
        format!("version = {version}\nsha256 = {sha256}\nschemas = {schemas}\nschemas_sha256 = {schemas_sha256}\n")
    }
}

/// The folder of the repository at `root`.
pub(crate) fn folder(root: &Path) -> PathBuf {
    root.join(FOLDER)
}

/// Reads the specification and the schemas in a folder, verified and patched.
pub(crate) fn read(folder: &Path) -> Result<Model> {
    let pin = read_pin(folder)?;
    let json = decompress(verified(folder, FILE, &pin.sha256)?).with_context(|| format!("cannot decompress {FILE}"))?;
    let mut model = parse(&json, &folder.join(PATCHES_FOLDER))?;
    ensure!(
        model.version == pin.version,
        "{FILE} does not match {VERSION_FILE}: it is version {}, expected {}",
        model.version,
        pin.version
    );
    let schemas = verified(folder, SCHEMAS_FILE, &pin.schemas_sha256)?;
    let schemas = decompress(schemas).with_context(|| format!("cannot decompress {SCHEMAS_FILE}"))?;
    let schemas = codegen::extract::read(&schemas).with_context(|| format!("cannot understand {SCHEMAS_FILE}"))?;
    codegen::merge(&mut model, schemas)?;
    Ok(model)
}

/// Reads a specification of a user's own: JSON, plain or gzipped, as it is.
pub(crate) fn read_file(file: &Path) -> Result<Model> {
    let shown = file.display();
    let json = read_json(file)?;
    codegen::read(&json).with_context(|| format!("cannot understand {shown}"))
}

/// The JSON of a file, plain or gzipped.
pub(crate) fn read_json(file: &Path) -> Result<Vec<u8>> {
    let shown = file.display();
    let bytes = fs::read(file).with_context(|| format!("cannot read {shown}"))?;
    decompress(bytes).with_context(|| format!("cannot decompress {shown}"))
}

/// Understands a specification after the patches of a folder.
pub(crate) fn parse(json: &[u8], patches: &Path) -> Result<Model> {
    let patches = read_patches(patches)?;
    if patches.is_empty() {
        return Ok(codegen::read(json)?);
    }
    // Read as it is first, for an error that names the place in the file.
    codegen::read(json)?;
    let mut value: serde_json::Value = serde_json::from_slice(json)?;
    for (name, patch) in patches {
        json_patch::patch(&mut value, &patch.patch)
            .with_context(|| format!("the patch {name} does not apply; its reason was: {}", patch.reason))?;
    }
    Ok(codegen::read(&serde_json::to_vec(&value)?)?)
}

/// A correction of the specification, with why it is needed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Patch {
    reason: String,
    /// JSON Patch: RFC 6902.
    patch: json_patch::Patch,
}

/// The patches of a folder, by name, in the order in which they apply.
fn read_patches(folder: &Path) -> Result<Vec<(String, Patch)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.with_context(|| format!("cannot list {}", folder.display()))?,
    };
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut patches = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let patch: Patch = serde_json::from_slice(&text).with_context(|| format!("the patch {name} is malformed"))?;
        ensure!(!patch.reason.trim().is_empty(), "the patch {name} has no reason");
        patches.push((name, patch));
    }
    Ok(patches)
}

/// The bytes of a file, if they are those that the pin names.
fn verified(folder: &Path, file: &str, expected: &str) -> Result<Vec<u8>> {
    let bytes = fs::read(folder.join(file)).with_context(|| format!("cannot read {file}"))?;
    let sha256 = sha256(&bytes);
    ensure!(sha256 == expected, "{file} does not match {VERSION_FILE}: its sha256 is {sha256}, expected {expected}");
    Ok(bytes)
}

/// Gzipped bytes as they were before, others as they are.
fn decompress(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if !bytes.starts_with(&GZIP_MAGIC) {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    GzDecoder::new(&*bytes).read_to_end(&mut plain)?;
    Ok(plain)
}

/// Gzipped bytes that are the same for the same input: no time and no name of a file in them.
pub(crate) fn compress(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}

pub(crate) fn read_pin(folder: &Path) -> Result<Pin> {
    let text = fs::read_to_string(folder.join(VERSION_FILE)).with_context(|| format!("cannot read {VERSION_FILE}"))?;
    parse_pin(&text).with_context(|| format!("{VERSION_FILE} is malformed"))
}

fn parse_pin(text: &str) -> Result<Pin> {
    let (mut version, mut sha256, mut schemas, mut schemas_sha256) = (None, None, None, None);
    for line in text.lines() {
        match line.split_once('=').map(|(key, value)| (key.trim(), value.trim().to_owned())) {
            Some(("version", value)) => version = Some(value),
            Some(("sha256", value)) => sha256 = Some(value),
            Some(("schemas", value)) => schemas = Some(value),
            Some(("schemas_sha256", value)) => schemas_sha256 = Some(value),
            _ => bail!("expected `version`, `sha256`, `schemas` or `schemas_sha256` and a value, found `{line}`"),
        }
    }
    Ok(Pin {
        version: version.context("no `version`")?,
        sha256: sha256.context("no `sha256`")?,
        schemas: schemas.context("no `schemas`")?,
        schemas_sha256: schemas_sha256.context("no `schemas_sha256`")?,
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pin_names_the_line_that_is_wrong() {
        let error = parse_pin("version = 1\nsha512 = 00\n").unwrap_err();
        assert!(error.to_string().ends_with("found `sha512 = 00`"), "{error}");
        assert_eq!(parse_pin("version = 1\n").unwrap_err().to_string(), "no `sha256`");
    }

    #[test]
    fn a_changed_specification_is_rejected() {
        let folder = tempfile::tempdir().unwrap();
        let text = "version = 1\nsha256 = 00\nschemas = none\nschemas_sha256 = 00\n";
        fs::write(folder.path().join(VERSION_FILE), text).unwrap();
        fs::write(folder.path().join(FILE), "x").unwrap();
        let error = read(folder.path()).unwrap_err().to_string();
        assert!(error.contains("does not match VERSION: its sha256 is 2d711642b726b044"), "{error}");
    }

    const SPECIFICATION: &str = r#"{
        "ResourceSpecificationVersion": "1.0.0",
        "PropertyTypes": {},
        "ResourceTypes": { "AWS::Books::Book": {
            "Documentation": "http://example.com", "Attributes": {}, "Properties": { "Title": {
                "Documentation": "http://example.com", "PrimitiveType": "String", "Required": false, "UpdateType": "Mutable"
            } }
        } }
    }"#;

    fn patched(patch: &str) -> Result<Model> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("001-why.json"), patch).unwrap();
        parse(SPECIFICATION.as_bytes(), folder.path())
    }

    #[test]
    fn patches_correct_the_specification() {
        let path = "/ResourceTypes/AWS::Books::Book/Properties/Title/Required";
        let patch = |reason: &str, path: &str| {
            format!(r#"{{"reason": "{reason}", "patch": [{{"op": "replace", "path": "{path}", "value": true}}]}}"#)
        };
        let model = patched(&patch("books have titles", path)).unwrap();
        assert!(model.services["AWS::Books"].resources[0].properties[0].required);

        let error = patched(&patch("books have titles", "/ResourceTypes/AWS::Books::Page/Required")).unwrap_err();
        let error = format!("{error:#}");
        assert!(error.contains("001-why.json does not apply; its reason was: books have titles"), "{error}");
        let error = patched(&patch(" ", path)).unwrap_err().to_string();
        assert_eq!(error, "the patch 001-why.json has no reason");
        assert!(patched("{}").unwrap_err().to_string().contains("001-why.json is malformed"));
    }

    #[test]
    fn compressing_gives_the_same_bytes() {
        let compressed = compress(b"books").unwrap();
        assert_eq!(compressed, compress(b"books").unwrap());
        assert_eq!(decompress(compressed).unwrap(), b"books");
    }
}
