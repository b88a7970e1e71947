//! The committed specification: read from `spec/`, verified against `spec/VERSION`, with what `spec/patches` adds.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

/// The specification, relative to the repository.
const FILE: &str = "spec/CloudFormationResourceSpecification.json.gz";
/// What it lacks, relative to the repository.
const PATCHES: &str = "spec/patches";
/// What it must be, relative to the repository.
const VERSION_FILE: &str = "spec/VERSION";

/// What `spec/VERSION` says.
#[derive(Debug, PartialEq, Eq)]
struct Pin {
    version: String,
    /// Of the compressed file, in hexadecimal.
    sha256: String,
}

/// Reads the specification of the repository at `root`.
pub(crate) fn read(root: &Path) -> Result<::codegen::Model> {
    let pin = fs::read_to_string(root.join(VERSION_FILE)).with_context(|| format!("cannot read {VERSION_FILE}"))?;
    let pin = parse_pin(&pin).with_context(|| format!("{VERSION_FILE} is malformed"))?;
    let compressed = fs::read(root.join(FILE)).with_context(|| format!("cannot read {FILE}"))?;
    let sha256 = sha256(&compressed);
    ensure!(
        sha256 == pin.sha256,
        "{FILE} does not match {VERSION_FILE}: its sha256 is {sha256}, expected {}",
        pin.sha256
    );
    let mut json = Vec::new();
    GzDecoder::new(&*compressed).read_to_end(&mut json).with_context(|| format!("cannot decompress {FILE}"))?;
    let model = ::codegen::read_patched(&json, &patches(root)?)?;
    ensure!(
        model.version == pin.version,
        "{FILE} does not match {VERSION_FILE}: it is version {}, expected {}",
        model.version,
        pin.version
    );
    Ok(model)
}

/// What the specification lacks, by the name of the file.
fn patches(root: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = root.join(PATCHES);
    let mut patches = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {PATCHES}"))? {
        let entry = entry.with_context(|| format!("cannot read {PATCHES}"))?;
        let name = format!("{PATCHES}/{}", entry.file_name().to_string_lossy());
        let text = fs::read(entry.path()).with_context(|| format!("cannot read {name}"))?;
        patches.push((name, text));
    }
    patches.sort();
    Ok(patches)
}

fn parse_pin(text: &str) -> Result<Pin> {
    let (mut version, mut sha256) = (None, None);
    for line in text.lines() {
        match line.split_once('=').map(|(key, value)| (key.trim(), value.trim().to_owned())) {
            Some(("version", value)) => version = Some(value),
            Some(("sha256", value)) => sha256 = Some(value),
            _ => bail!("expected `version = …` or `sha256 = …`, found `{line}`"),
        }
    }
    Ok(Pin { version: version.context("no `version`")?, sha256: sha256.context("no `sha256`")? })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pin_names_the_line_that_is_wrong() {
        let error = parse_pin("version = 1\nsha512 = 00\n").unwrap_err();
        assert_eq!(error.to_string(), "expected `version = …` or `sha256 = …`, found `sha512 = 00`");
        assert_eq!(parse_pin("version = 1\n").unwrap_err().to_string(), "no `sha256`");
    }

    #[test]
    fn a_changed_specification_is_rejected() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("spec")).unwrap();
        fs::write(root.path().join(VERSION_FILE), "version = 1\nsha256 = 00\n").unwrap();
        fs::write(root.path().join(FILE), "x").unwrap();
        let error = read(root.path()).unwrap_err().to_string();
        assert!(error.contains("does not match spec/VERSION: its sha256 is 2d711642b726b044"), "{error}");
    }
}
