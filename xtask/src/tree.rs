//! A folder that is generated whole: writes what changed, deletes what is stale, or reports the first difference.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

/// The files that a folder should consist of, by path relative to it, with `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// What [`write()`] did.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) written: usize,
    pub(crate) deleted: usize,
}

/// How a folder differs from what it should be. Files are named relative to it, first in what is displayed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// A file that should be there is not.
    Missing(String),
    /// A file that should not be there is.
    Stale(String),
    /// A file with another text.
    Line {
        file: String,
        /// The first line that differs, counted from 1.
        line: usize,
        /// Nothing if the file ends before it.
        found: Option<String>,
        /// Nothing if the file should end before it.
        expected: Option<String>,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(file) => write!(f, "{file} is missing"),
            Self::Stale(file) => write!(f, "{file} is stale: nothing generates it"),
            Self::Line { file, line, found, expected } => {
                let show = |line: &Option<String>| line.clone().unwrap_or_else(|| "(end of file)".to_owned());
                write!(f, "{file}:{line} differs\n   found: {}\nexpected: {}", show(found), show(expected))
            }
        }
    }
}

/// Makes `folder` consist of `files`.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<Changes> {
    let mut changes = Changes::default();
    for (path, text) in files {
        let path = folder.join(path);
        if read(&path)?.as_deref() == Some(text) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        changes.written += 1;
    }
    for stale in stale(folder, files)? {
        let stale = folder.join(stale);
        fs::remove_file(&stale).with_context(|| format!("cannot delete {}", stale.display()))?;
        remove_empty_parents(&stale, folder);
        changes.deleted += 1;
    }
    Ok(changes)
}

/// The first way in which `folder` does not consist of `files`.
pub(crate) fn check(folder: &Path, files: &Files) -> Result<Option<Difference>> {
    for (path, text) in files {
        match read(&folder.join(path))? {
            None => return Ok(Some(Difference::Missing(path.clone()))),
            Some(found) if found != *text => return Ok(Some(first_difference(path, &found, text))),
            Some(_) => {}
        }
    }
    Ok(stale(folder, files)?.into_iter().next().map(Difference::Stale))
}

/// Copies the files of a folder, and those of its folders.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot list {}", from.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", from.display()))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

fn first_difference(file: &str, found: &str, expected: &str) -> Difference {
    // `split`, not `lines`, so that a missing last line end is a difference as well.
    let (mut found, mut expected) = (found.split('\n'), expected.split('\n'));
    let mut line = 1;
    loop {
        let (found, expected) = (found.next(), expected.next());
        if found != expected || found.is_none() {
            return Difference::Line {
                file: file.to_owned(),
                line,
                found: found.map(str::to_owned),
                expected: expected.map(str::to_owned),
            };
        }
        line += 1;
    }
}

/// The files below `folder` that are not among `files`, relative to it and sorted.
fn stale(folder: &Path, files: &Files) -> Result<Vec<String>> {
    let mut stale = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(current) = pending.pop() {
        let entries = match fs::read_dir(&current) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.with_context(|| format!("cannot list {}", current.display()))?,
        };
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot list {}", current.display()))?;
            let path = entry.path();
            if entry.file_type().with_context(|| format!("cannot inspect {}", path.display()))?.is_dir() {
                pending.push(path);
            } else {
                let path = relative(&path, folder);
                if !files.contains_key(&path) {
                    stale.push(path);
                }
            }
        }
    }
    stale.sort();
    Ok(stale)
}

/// A path below `folder` with `/` on every system.
fn relative(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn remove_empty_parents(file: &Path, folder: &Path) {
    // `remove_dir` refuses a folder with content: that ends the walk.
    let parents = file.ancestors().skip(1).take_while(|parent| *parent != folder);
    for parent in parents {
        if fs::remove_dir(parent).is_err() {
            return;
        }
    }
}

fn read(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn writes_what_changed_and_deletes_what_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let before = files(&[("a/src/lib.rs", "1"), ("b/src/lib.rs", "1")]);
        assert_eq!(write(folder, &before).unwrap(), Changes { written: 2, deleted: 0 });
        assert_eq!(write(folder, &before).unwrap(), Changes::default());

        let after = files(&[("a/src/lib.rs", "2")]);
        assert_eq!(write(folder, &after).unwrap(), Changes { written: 1, deleted: 1 });
        assert!(!folder.join("b").exists());
        assert_eq!(check(folder, &after).unwrap(), None);
    }

    #[test]
    fn check_reports_the_first_line_that_differs() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &files(&[("lib.rs", "one\ntwo\n")])).unwrap();
        let difference = check(folder, &files(&[("lib.rs", "one\nthree\n")])).unwrap().unwrap();
        assert_eq!(difference.to_string(), "lib.rs:2 differs\n   found: two\nexpected: three");
        let difference = check(folder, &files(&[("lib.rs", "one\ntwo")])).unwrap().unwrap();
        assert!(matches!(difference, Difference::Line { line: 3, expected: None, .. }));
    }

    #[test]
    fn check_reports_missing_and_stale_files() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let wanted = files(&[("lib.rs", "")]);
        assert_eq!(check(folder, &wanted).unwrap(), Some(Difference::Missing("lib.rs".to_owned())));
        write(folder, &wanted).unwrap();
        fs::write(folder.join("old.rs"), "").unwrap();
        assert_eq!(check(folder, &wanted).unwrap(), Some(Difference::Stale("old.rs".to_owned())));
    }
}
