//! The end of writing: the new assembly takes the place of the previous one, which stays whole until then.
//!
//! A directory beside the output directory takes its place by renaming. What is not of a cloud assembly (lock files of the
//! CLI, files of the user) is carried over, and never deleted.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::assets::{FileAsset, copy_directory};
use crate::ordered_map::OrderedMap;
use crate::sorting;

use super::place::{self, Stop, at};
use super::writer::Writer;

/// Tests of one program often write to the same directory at once.
static WRITING: Mutex<()> = Mutex::new(());

/// Writes the report of a synthesis that failed, and nothing else: the assembly stays as it was. Without a directory to write to there
/// is no report; the program has the errors anyway.
pub(crate) fn write_report(outdir: &Path, name: &str, report: &str) {
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let new = outdir.join(format!(".{name}.new"));
    let written = fs::create_dir_all(outdir)
        .and_then(|()| fs::write(&new, report))
        .and_then(|()| fs::rename(&new, outdir.join(name)));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
}

/// Puts a complete assembly in the place of the previous one, unless that is the same.
pub(super) fn replace(writer: &mut Writer, assets: &OrderedMap<String, FileAsset>) -> Result<(), Stop> {
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let outdir = writer.place().outdir().to_owned();
    if let Some(backup) = backup(&outdir) {
        recover(&outdir, &backup);
    }
    if writer.same().is_some_and(|files| consists_of(&outdir, files, assets)) {
        return Ok(());
    }
    let directory = writer.directory()?;
    for (name, asset) in assets.iter() {
        stage_asset(&directory.join(name), &outdir.join(name), asset)?;
    }
    place::count_swap();
    if writer.place().is_beside() {
        if let Swap::Done = swap(&outdir, &directory)? {
            return Ok(());
        }
        writer.place_mut().move_inside()?;
    }
    match writer.place().directory() {
        Some(inside) => replace_contents(&outdir, inside),
        None => Ok(()),
    }
}

/// Whether the files and assets are all of an assembly that there is in a directory.
fn consists_of(directory: &Path, files: &[PathBuf], assets: &OrderedMap<String, FileAsset>) -> bool {
    let mut expected: OrderedMap<PathBuf, Entry> = OrderedMap::new();
    for file in files {
        for inside in file.ancestors().skip(1).filter(|path| !path.as_os_str().is_empty()) {
            expected.insert(inside.to_owned(), Entry::Directory);
        }
        expected.insert(file.clone(), Entry::Whole);
    }
    for name in assets.keys() {
        expected.insert(PathBuf::from(name), Entry::Whole);
    }
    let (mut pending, mut found) = (vec![PathBuf::new()], 0);
    while let Some(path) = pending.pop() {
        let Ok(names) = names_in(&directory.join(&path)) else { return false };
        for name in names {
            // What stands in a directory of an assembly belongs to it, but for the directory of the whole.
            let is_of_assembly = !path.as_os_str().is_empty() || is_own(&name);
            let entry = path.join(name);
            match expected.get(&entry) {
                Some(Entry::Whole) => found += 1,
                Some(Entry::Directory) => {
                    found += 1;
                    pending.push(entry);
                }
                None if is_of_assembly => return false,
                None => {}
            }
        }
    }
    found == expected.len()
}

enum Entry {
    /// A file or an asset.
    Whole,
    /// The assembly of a stage.
    Directory,
}

enum Swap {
    Done,
    /// The directory cannot be renamed: a mount point, a parent that is read-only.
    Impossible,
}

/// Puts the new directory in the place of the old one.
fn swap(outdir: &Path, staging: &Path) -> Result<Swap, Stop> {
    let Some(backup) = backup(outdir).filter(|backup| !backup.exists()) else { return Ok(Swap::Impossible) };
    let Ok(metadata) = fs::metadata(outdir) else {
        return fs::rename(staging, outdir).map(|()| Swap::Done).map_err(at(outdir));
    };
    fs::set_permissions(staging, metadata.permissions()).map_err(at(outdir))?;
    if fs::rename(outdir, &backup).is_err() {
        return Ok(Swap::Impossible);
    }
    let swapped = fs::rename(staging, outdir).map(|()| Swap::Done).map_err(at(outdir));
    recover(outdir, &backup);
    swapped
}

/// Where the previous assembly stands until the new one is in its place.
fn backup(outdir: &Path) -> Option<PathBuf> {
    Some(outdir.parent()?.join(format!(".{}.old", outdir.file_name()?.to_string_lossy())))
}

/// Puts the previous assembly back if there is no other, and otherwise carries over what is not of an assembly. This
/// ends every synthesis, and makes up for an earlier one that was stopped halfway. What fails here is tried again by
/// the next one.
fn recover(outdir: &Path, backup: &Path) {
    if !backup.exists() {
        return;
    }
    if !outdir.exists() {
        let _ = fs::rename(backup, outdir);
        return;
    }
    if clear(backup, outdir).is_ok() {
        let _ = fs::remove_dir(backup);
    }
}

/// Moves one entry after the other from a directory inside the old one, the manifest last.
fn replace_contents(outdir: &Path, staging: &Path) -> Result<(), Stop> {
    let mut names: Vec<_> = names_in(staging).map_err(at(staging))?;
    sorting::sort_by_key(&mut names, |name| (name == "manifest.json", name.clone()));
    for name in &names {
        let target = outdir.join(name);
        if target.is_dir() {
            fs::remove_dir_all(&target).map_err(at(&target))?;
        }
        fs::rename(staging.join(name), &target).map_err(at(&target))?;
    }
    remove_own(outdir, &|name| names.iter().any(|new| new == name)).map_err(at(outdir))
}

fn names_in(directory: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(directory)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// An asset that the previous assembly has is linked from there, since its name is the hash of its content.
fn stage_asset(target: &Path, previous: &Path, asset: &FileAsset) -> Result<(), Stop> {
    if link_all(previous, target).is_ok() {
        return Ok(());
    }
    let _ = fs::remove_dir_all(target);
    let Some(source) = &asset.source else { return Ok(()) };
    if asset.zips {
        fs::create_dir_all(target).map_err(at(target))?;
        return copy_directory(source, target, &asset.options)
            .map_err(|error| Stop::Failed(source.clone(), error.into()));
    }
    fs::copy(source, target).map(|_| ()).map_err(at(source))
}

/// Links a file, or all files of a directory, without reading them. Symbolic links are not followed.
fn link_all(source: &Path, target: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(source)?.is_dir() {
        return fs::hard_link(source, target);
    }
    fs::create_dir_all(target)?;
    for name in fs::read_dir(source)? {
        let name = name?.file_name();
        link_all(&source.join(&name), &target.join(&name))?;
    }
    Ok(())
}

/// Deletes the files of an assembly, and moves what is not of one to the new directory.
fn clear(old: &Path, new: &Path) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        if is_own(&entry.file_name().to_string_lossy()) {
            remove(&entry)?;
            continue;
        }
        let target = new.join(entry.file_name());
        if !target.exists() {
            fs::rename(entry.path(), target)?;
        }
    }
    Ok(())
}

fn remove(entry: &DirEntry) -> io::Result<()> {
    if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }
}

/// Deletes the files of an assembly, less those to be kept.
fn remove_own(directory: &Path, keep: &dyn Fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_own(&name) && !keep(&name) {
            remove(&entry)?;
        }
    }
    Ok(())
}

/// The names that a cloud assembly uses.
fn is_own(name: &str) -> bool {
    ["manifest.json", "tree.json", "cdk.out", "diagnostics.json", "limits.json", "api.html"].contains(&name)
        || [".template.json", ".assets.json", ".metadata.json"].iter().any(|suffix| name.ends_with(suffix))
        || name.starts_with("asset.")
        || name.starts_with("assembly-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_user_are_never_deleted() {
        assert!(!is_own("notes.txt"));
        assert!(!is_own("synth.lock"));
        assert!(is_own("Books.template.json"));
    }
}
