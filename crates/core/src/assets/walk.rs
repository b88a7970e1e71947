//! The walk over the files of a directory: in which order, through which links, and what it leaves out.
//!
//! Entries come in the order of their names' UTF-16 units, as JavaScript compares strings. A directory that a link
//! leads back into is entered once only, so that a loop of links ends.

use std::cmp::Ordering;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::path::{Component, Path, PathBuf};

use super::error::AssetError;
use super::ignore::IgnoreStrategy;
use super::options::SymlinkFollowMode;

use crate::sorting;

/// What the walk finds. Each `path` is relative to the directory, with `/` between names.
#[derive(Debug)]
pub(crate) enum Entry<'a> {
    /// A directory that is entered; what is excluded may still have included files in it.
    Directory { path: &'a str, ignored: bool },
    /// A file, or a link that is followed to one.
    File { path: &'a str, real_path: &'a Path },
    /// A link that is not followed, or leads nowhere.
    Symlink(Symlink<'a>),
    /// A link that is followed to something else, such as a socket.
    Unsupported { path: &'a str },
}

/// A link that stays a link.
#[derive(Debug)]
pub(crate) struct Symlink<'a> {
    pub(crate) path: &'a str,
    /// The text of the link.
    pub(crate) target: &'a Path,
    /// The absolute path that it leads to, whose directory has no links.
    pub(crate) resolved_target: &'a Path,
    /// Whether that is in the directory that is walked.
    pub(crate) internal: bool,
}

/// Calls `visit` for what is in `directory`, itself excluded.
pub(crate) fn walk_directory(
    directory: &Path,
    follow: SymlinkFollowMode,
    ignore: &IgnoreStrategy,
    visit: &mut dyn FnMut(Entry<'_>) -> Result<(), AssetError>,
) -> Result<(), AssetError> {
    let root = real_path_or_self(directory);
    let mut walk = Walk { root: &root, follow, ignore, visit, open: Vec::new() };
    walk.enter(String::new(), directory.to_path_buf(), root.clone())?;
    // Not recursive: a chain of links can be longer than the stack is deep.
    while let Some(open) = walk.open.last_mut() {
        let Some((name, file_type)) = open.entries.next() else {
            walk.open.pop();
            continue;
        };
        let path = if open.path.is_empty() { name.clone() } else { format!("{}/{name}", open.path) };
        let real_path = open.real_path.join(&name);
        if file_type.is_symlink() {
            walk.symlink(path, &real_path)?;
        } else if file_type.is_dir() {
            let canonical = open.canonical.join(&name);
            walk.directory(path, real_path, canonical)?;
        } else if file_type.is_file() {
            walk.file(&path, &real_path)?;
        }
    }
    Ok(())
}

struct Walk<'a> {
    /// The directory that is walked, without links.
    root: &'a Path,
    follow: SymlinkFollowMode,
    ignore: &'a IgnoreStrategy,
    visit: &'a mut dyn FnMut(Entry<'_>) -> Result<(), AssetError>,
    /// The directories from the root to where the walk is.
    open: Vec<OpenDirectory>,
}

struct OpenDirectory {
    path: String,
    /// Where to read; its last part is no link.
    real_path: PathBuf,
    /// The path without any link, by which a directory is known again.
    canonical: PathBuf,
    entries: std::vec::IntoIter<(String, FileType)>,
}

impl Walk<'_> {
    fn enter(&mut self, path: String, real_path: PathBuf, canonical: PathBuf) -> Result<(), AssetError> {
        if self.open.iter().any(|open| open.canonical == canonical) {
            return Ok(());
        }
        let entries = sorted_entries(&real_path)?.into_iter();
        self.open.push(OpenDirectory { path, real_path, canonical, entries });
        Ok(())
    }

    fn directory(&mut self, path: String, real_path: PathBuf, canonical: PathBuf) -> Result<(), AssetError> {
        if self.ignore.completely_ignores(&path) {
            return Ok(());
        }
        (self.visit)(Entry::Directory { path: &path, ignored: self.ignore.ignores(&path) })?;
        self.enter(path, real_path, canonical)
    }

    fn file(&mut self, path: &str, real_path: &Path) -> Result<(), AssetError> {
        self.unless_ignored(path, Entry::File { path, real_path })
    }

    fn symlink(&mut self, path: String, real_path: &Path) -> Result<(), AssetError> {
        let target = fs::read_link(real_path).map_err(|error| AssetError::from_io(real_path, error))?;
        let resolved_target = canonical_target(&resolve_target(real_path, &target));
        let internal = resolved_target.starts_with(self.root);
        let followed = match self.follow {
            SymlinkFollowMode::Never => false,
            SymlinkFollowMode::Always => true,
            SymlinkFollowMode::External => !internal,
            SymlinkFollowMode::BlockExternal => internal,
        };
        match followed.then(|| fs::metadata(&resolved_target)).and_then(Result::ok) {
            Some(metadata) if metadata.is_dir() => {
                let canonical = real_path_or_self(&resolved_target);
                self.directory(path, resolved_target, canonical)
            }
            Some(metadata) if metadata.is_file() => self.file(&path, &resolved_target),
            Some(_) => self.unless_ignored(&path, Entry::Unsupported { path: &path }),
            None => {
                let link = Symlink { path: &path, target: &target, resolved_target: &resolved_target, internal };
                self.unless_ignored(&path, Entry::Symlink(link))
            }
        }
    }

    fn unless_ignored(&mut self, path: &str, entry: Entry<'_>) -> Result<(), AssetError> {
        if self.ignore.ignores(path) { Ok(()) } else { (self.visit)(entry) }
    }
}

fn sorted_entries(directory: &Path) -> Result<Vec<(String, FileType)>, AssetError> {
    let failed = |error| AssetError::from_io(directory, error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(directory).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name =
            entry.file_name().into_string().map_err(|name| AssetError::NotUnicode { path: directory.join(name) })?;
        entries.push((name, entry.file_type().map_err(failed)?));
    }
    sorting::sort_by(&mut entries, |(one, _), (other, _)| compare_utf16(one, other));
    Ok(entries)
}

/// JavaScript's `<` for strings.
pub(super) fn compare_utf16(one: &str, other: &str) -> Ordering {
    one.encode_utf16().cmp(other.encode_utf16())
}

/// Where the text of a link leads to. As Node's `path.resolve` does, `..` drops the name before it, even if that is
/// itself a link.
fn resolve_target(link: &Path, target: &Path) -> PathBuf {
    normalize(&link.parent().unwrap_or(link).join(target))
}

/// The same path without `.` and `..`.
fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// The same place, reached without links except for the last name.
fn canonical_target(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or(OsStr::new(""));
    match target.parent() {
        Some(parent) => real_path_or_self(parent).join(name),
        None => real_path_or_self(target),
    }
}

fn real_path_or_self(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}
