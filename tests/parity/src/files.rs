//! The files of a cloud assembly that are recorded: templates, asset manifests and `manifest.json`.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// Texts by path inside the assembly, with `/` between the parts.
pub(crate) type Files = BTreeMap<String, String>;

/// Reads what `record.mjs` records, in nested assemblies too.
pub(crate) fn read(directory: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    read_into(&mut files, directory, "")?;
    Ok(files)
}

fn read_into(files: &mut Files, directory: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            if name.starts_with("assembly-") {
                read_into(files, &entry.path(), &format!("{prefix}{name}/"))?;
            }
        } else if is_template(&name) || is_manifest(&name) {
            files.insert(format!("{prefix}{name}"), fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

/// Templates are compared as bytes.
pub(crate) fn is_template(name: &str) -> bool {
    name.ends_with(".template.json")
}

/// Manifests are compared as JSON.
fn is_manifest(name: &str) -> bool {
    name.ends_with(".assets.json") || name == "manifest.json"
}
