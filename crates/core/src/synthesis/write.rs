//! Writing an assembly so that the previous one stays whole until the new one is complete.
//!
//! Everything is written to a directory beside the output directory, which then takes its place by renaming. What is not
//! of a cloud assembly (lock files of the CLI, files of the user) is carried over, and never deleted.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::assets::{FileAsset, copy_directory};
use crate::diagnostic::Diagnostic;

use super::assembly::AssemblyFiles;

/// Tests of one program often write to the same directory at once.
static WRITING: Mutex<()> = Mutex::new(());

pub(crate) fn write(outdir: &Path, files: &AssemblyFiles) -> Result<(), Box<Diagnostic>> {
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    write_assembly(outdir, files).map_err(|(path, error)| {
        Box::new(
            Diagnostic::error("core::output", format!("`{}` cannot be written: {error}", path.display()))
                .help("the output directory is that of `App::builder().outdir(..)`, else `CDK_OUTDIR`, else `cdk.out`"),
        )
    })
}

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

type Failure = (PathBuf, Box<dyn std::error::Error>);

fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    let path = path.to_owned();
    |error| (path, error.into())
}

fn write_assembly(outdir: &Path, files: &AssemblyFiles) -> Result<(), Failure> {
    let outdir = std::path::absolute(outdir).map_err(at(outdir))?;
    // A link to a directory stays a link: the directory itself is replaced.
    let outdir = outdir.canonicalize().unwrap_or(outdir);
    if outdir.exists() && !outdir.is_dir() {
        return Err((outdir, "it exists and is not a directory".into()));
    }
    if let Some(parent) = outdir.parent() {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    match swap(&outdir, files)? {
        Swap::Done => Ok(()),
        Swap::Impossible => replace_contents(&outdir, files),
    }
}

enum Swap {
    Done,
    /// The directory cannot be renamed: a mount point, the root of a file system, a parent that is read-only.
    Impossible,
}

/// Writes a new directory beside the old one, and puts it in the place of the old one.
fn swap(outdir: &Path, files: &AssemblyFiles) -> Result<Swap, Failure> {
    let (Some(parent), Some(name)) = (outdir.parent(), outdir.file_name()) else { return Ok(Swap::Impossible) };
    // Whoever works in the directory, such as the shell of the user, would be left in the old one.
    if env::current_dir().is_ok_and(|directory| directory.starts_with(outdir)) {
        return Ok(Swap::Impossible);
    }
    let name = name.to_string_lossy();
    let (staging, backup) = (parent.join(format!(".{name}.new")), parent.join(format!(".{name}.old")));
    recover(outdir, &backup);
    if backup.exists() || make_empty(&staging).is_err() {
        return Ok(Swap::Impossible);
    }
    let swapped = stage(&staging, outdir, files).and_then(|()| {
        if !outdir.exists() {
            return fs::rename(&staging, outdir).map(|()| Swap::Done).map_err(at(outdir));
        }
        if let Ok(metadata) = fs::metadata(outdir) {
            fs::set_permissions(&staging, metadata.permissions()).map_err(at(outdir))?;
        }
        if fs::rename(outdir, &backup).is_err() {
            return Ok(Swap::Impossible);
        }
        fs::rename(&staging, outdir).map(|()| Swap::Done).map_err(at(outdir))
    });
    if !matches!(swapped, Ok(Swap::Done)) {
        // What cannot be removed now is removed by the next synthesis.
        let _ = fs::remove_dir_all(&staging);
    }
    recover(outdir, &backup);
    swapped
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
    if carry_over(backup, outdir).is_ok() {
        let _ = remove_own(backup, |_| false);
        let _ = fs::remove_dir(backup);
    }
}

/// Writes to a directory inside the old one, and moves one entry after the other, the manifest last.
fn replace_contents(outdir: &Path, files: &AssemblyFiles) -> Result<(), Failure> {
    let staging = outdir.join(".new");
    fs::create_dir_all(outdir).and_then(|()| make_empty(&staging)).map_err(at(outdir))?;
    let replaced = stage(&staging, outdir, files).and_then(|()| {
        let mut names: Vec<_> = names_in(&staging).map_err(at(&staging))?;
        names.sort_by_key(|name| (name == "manifest.json", name.clone()));
        for name in &names {
            let target = outdir.join(name);
            if target.is_dir() {
                fs::remove_dir_all(&target).map_err(at(&target))?;
            }
            fs::rename(staging.join(name), &target).map_err(at(&target))?;
        }
        remove_own(outdir, |name| names.iter().any(|new| new == name)).map_err(at(outdir))
    });
    let _ = fs::remove_dir_all(&staging);
    replaced
}

fn make_empty(directory: &Path) -> io::Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir(directory)
}

fn names_in(directory: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(directory)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Writes everything to the directory beside the output directory.
fn stage(staging: &Path, outdir: &Path, files: &AssemblyFiles) -> Result<(), Failure> {
    for (name, asset) in &files.assets {
        stage_asset(&staging.join(name), &outdir.join(name), asset)?;
    }
    for (path, text) in &files.files {
        let path = staging.join(path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory).map_err(at(directory))?;
        }
        fs::write(&path, text).map_err(at(&path))?;
    }
    Ok(())
}

/// An asset that the previous assembly has is linked from there, since its name is the hash of its content.
fn stage_asset(target: &Path, previous: &Path, asset: &FileAsset) -> Result<(), Failure> {
    if link_all(previous, target).is_ok() {
        return Ok(());
    }
    let _ = fs::remove_dir_all(target);
    let Some(source) = &asset.source else { return Ok(()) };
    if asset.zips {
        fs::create_dir_all(target).map_err(at(target))?;
        return copy_directory(source, target, &asset.options).map_err(|error| (source.clone(), error.into()));
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

/// Moves what is not of an assembly to the new directory.
fn carry_over(old: &Path, new: &Path) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        let target = new.join(entry.file_name());
        if !is_own(&entry.file_name().to_string_lossy()) && !target.exists() {
            fs::rename(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Deletes the files of an assembly, less those to be kept.
fn remove_own(directory: &Path, keep: impl Fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !is_own(&name) || keep(&name) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
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
