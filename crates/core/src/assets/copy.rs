//! Copies of an asset's files, as they go into the assembly.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::progress::Progress;

use super::error::AssetError;
use super::ignore::IgnoreStrategy;
use super::options::{AssetOptions, SymlinkFollowMode};
use super::walk::{Entry, Symlink, walk_directory};

/// Copies what belongs to an asset from one directory into another; files keep their permissions.
///
/// A link that stays a link and leads into the directory is written relative to itself, so that it leads into the
/// copy. What is excluded leaves no directory behind, unless something in it is included.
pub(crate) fn copy_directory(source: &Path, destination: &Path, options: &AssetOptions) -> Result<(), AssetError> {
    let root = existing_directory(source)?;
    let mut progress = Progress::start("Copying", source);
    let ignore = IgnoreStrategy::new(&options.exclude, options.ignore_mode)?;
    walk_directory(source, options.follow, &ignore, &mut |entry| match entry {
        Entry::Directory { path, ignored: false } => create_directory(&destination.join(path)),
        Entry::Directory { ignored: true, .. } | Entry::Unsupported { .. } => Ok(()),
        Entry::File { path, real_path } => {
            progress.file();
            let copy = destination.join(path);
            create_parent(&copy)?;
            fs::copy(real_path, &copy).map(drop).map_err(|error| AssetError::from_io(real_path, error))
        }
        Entry::Symlink(link) => {
            refuse_if_blocked(&link, options.follow)?;
            let copy = destination.join(link.path);
            create_parent(&copy)?;
            let text = link_text(&root, &link);
            create_symlink(&text, &copy).map_err(|error| AssetError::from_io(&copy, error))
        }
    })
}

/// An error for the first link that leads out of the directory, if the follow mode forbids such links.
pub(crate) fn check_symlinks(directory: &Path, options: &AssetOptions) -> Result<(), AssetError> {
    if options.follow != SymlinkFollowMode::BlockExternal {
        return Ok(());
    }
    let ignore = IgnoreStrategy::new(&options.exclude, options.ignore_mode)?;
    walk_directory(directory, options.follow, &ignore, &mut |entry| match entry {
        Entry::Symlink(link) => refuse_if_blocked(&link, options.follow),
        _ => Ok(()),
    })
}

fn refuse_if_blocked(link: &Symlink<'_>, follow: SymlinkFollowMode) -> Result<(), AssetError> {
    if follow != SymlinkFollowMode::BlockExternal || link.internal {
        return Ok(());
    }
    Err(AssetError::ExternalSymlink { path: link.path.into(), target: link.resolved_target.to_path_buf(), follow })
}

/// The directory without links.
fn existing_directory(path: &Path) -> Result<PathBuf, AssetError> {
    let real_path = fs::canonicalize(path).map_err(|error| AssetError::from_io(path, error))?;
    if real_path.is_dir() { Ok(real_path) } else { Err(AssetError::NotADirectory { path: path.to_path_buf() }) }
}

/// What the copy of a link says.
fn link_text(root: &Path, link: &Symlink<'_>) -> PathBuf {
    let Ok(inside) = link.resolved_target.strip_prefix(root) else { return link.target.to_path_buf() };
    let directory = Path::new(link.path).parent().unwrap_or(Path::new(""));
    let common = directory.components().zip(inside.components()).take_while(|(one, other)| one == other).count();
    let mut text: PathBuf = directory.components().skip(common).map(|_| "..").collect();
    text.extend(inside.components().skip(common));
    if text.as_os_str().is_empty() { PathBuf::from(".") } else { text }
}

fn create_parent(path: &Path) -> Result<(), AssetError> {
    path.parent().map_or(Ok(()), create_directory)
}

fn create_directory(path: &Path) -> Result<(), AssetError> {
    fs::create_dir_all(path).map_err(|error| AssetError::from_io(path, error))
}

#[cfg(unix)]
fn create_symlink(text: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(text, link)
}

#[cfg(windows)]
fn create_symlink(text: &Path, link: &Path) -> io::Result<()> {
    let target = link.parent().unwrap_or(link).join(text);
    if target.is_dir() {
        std::os::windows::fs::symlink_dir(text, link)
    } else {
        std::os::windows::fs::symlink_file(text, link)
    }
}

#[cfg(not(any(unix, windows)))]
fn create_symlink(_text: &Path, _link: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
