//! Writing the files of an assembly while it is made: each goes to a directory that takes the place of the previous assembly
//! once it is complete, so that a large app need not be in memory as text.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::assets::FileAsset;
use crate::diagnostic::Diagnostic;
use crate::ordered_map::OrderedMap;

use super::files::{Files, Part};
use super::write;

/// What could not be written, and why.
pub(super) type Failure = (PathBuf, Box<dyn std::error::Error + Send + Sync>);

pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    let path = path.to_owned();
    |error| (path, error.into())
}

fn diagnostic((path, error): Failure) -> Diagnostic {
    Diagnostic::error("core::output", format!("`{}` cannot be written: {error}", path.display()))
        .help("the output directory is that of `App::builder().outdir(..)`, else `CDK_OUTDIR`, else `cdk.out`")
}

/// Takes the files of an assembly.
#[derive(Default)]
pub(crate) struct Output {
    /// Nothing if nothing is to be written, or cannot be.
    staging: Option<Staging>,
    failure: Option<Failure>,
}

impl Output {
    /// For a synthesis in memory, or one that has failed already: takes files and drops them.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Files for an output directory.
    pub(crate) fn to(outdir: &Path) -> Self {
        match Staging::open(outdir) {
            Ok(staging) => Self { staging: Some(staging), failure: None },
            Err(failure) => Self { staging: None, failure: Some(failure) },
        }
    }

    /// Whether anybody needs the files.
    pub(crate) fn is_needed(&self) -> bool {
        self.staging.is_some()
    }

    /// Adds a file, by its path in the output directory.
    pub(crate) fn push(&mut self, path: &Path, text: String) {
        self.give(Part { starts: Some(path.to_owned()), text, is_hashed: false });
    }

    /// Adds a file, of which [`Output::hashes`] has the hash.
    pub(crate) fn push_hashed(&mut self, path: &Path, text: String) {
        self.give(Part { starts: Some(path.to_owned()), text, is_hashed: true });
    }

    /// The SHA-256 of each file that was added by [`Output::push_hashed`] since this was asked last, in order; none where no files
    /// are written.
    pub(crate) fn hashes(&mut self) -> Vec<[u8; 32]> {
        let Some(staging) = &mut self.staging else { return Vec::new() };
        staging.files.hashes().unwrap_or_else(|failure| {
            self.fail(failure);
            Vec::new()
        })
    }

    /// Adds to the file that was added last.
    pub(crate) fn push_more(&mut self, text: String) {
        self.give(Part { starts: None, text, is_hashed: false });
    }

    fn give(&mut self, part: Part) {
        let Some(staging) = &mut self.staging else { return };
        if let Err(failure) = staging.files.write(part) {
            self.fail(failure);
        }
    }

    fn fail(&mut self, failure: Failure) {
        self.staging = None;
        self.failure = Some(failure);
    }

    /// Puts the assembly in its place. Whatever failed before is told here.
    pub(crate) fn finish(mut self, assets: &OrderedMap<String, FileAsset>) -> Result<(), Box<Diagnostic>> {
        let replaced = match &mut self.staging {
            Some(staging) => staging.files.finish().and_then(|()| write::replace(staging, assets)),
            None => Ok(()),
        };
        match self.failure.or(replaced.err()) {
            Some(failure) => Err(Box::new(diagnostic(failure))),
            None => Ok(()),
        }
    }
}

/// Directories that this program writes to just now: two apps may have the same output directory.
static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A directory for a new assembly. It is removed, unless it has taken the place of the previous assembly.
pub(super) struct Staging {
    outdir: PathBuf,
    directory: PathBuf,
    is_beside: bool,
    files: Files,
}

impl Staging {
    fn open(outdir: &Path) -> Result<Self, Failure> {
        let outdir = std::path::absolute(outdir).map_err(at(outdir))?;
        // A link to a directory stays a link: the directory itself is replaced.
        let outdir = outdir.canonicalize().unwrap_or(outdir);
        if outdir.exists() && !outdir.is_dir() {
            return Err((outdir, "it exists and is not a directory".into()));
        }
        if let Some(parent) = outdir.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        // Whoever works in the directory, such as the shell of the user, would be left in the old one.
        let is_in_use = env::current_dir().is_ok_and(|directory| directory.starts_with(&outdir));
        if !is_in_use
            && let (Some(parent), Some(name)) = (outdir.parent(), outdir.file_name())
            && let Ok(directory) = reserve(parent, &format!(".{}.new", name.to_string_lossy()))
        {
            return Ok(Self { files: Files::new(&directory, &outdir), outdir, directory, is_beside: true });
        }
        let directory = fs::create_dir_all(&outdir).and_then(|()| reserve(&outdir, ".new")).map_err(at(&outdir))?;
        Ok(Self { files: Files::new(&directory, &outdir), outdir, directory, is_beside: false })
    }

    pub(super) fn outdir(&self) -> &Path {
        &self.outdir
    }

    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    /// Whether it is beside the output directory, or else inside it.
    pub(super) fn is_beside(&self) -> bool {
        self.is_beside
    }

    /// Moves everything to a directory inside the output directory, which may be of another file system.
    pub(super) fn move_inside(&mut self) -> Result<(), Failure> {
        let inside = reserve(&self.outdir, ".new").map_err(at(&self.outdir))?;
        let outside = std::mem::replace(&mut self.directory, inside);
        self.is_beside = false;
        let moved = move_contents(&outside, &self.directory).map_err(at(&self.directory));
        release(&outside);
        moved
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Whoever writes must have ended before the directory is removed.
        let _ = self.files.finish();
        release(&self.directory);
    }
}

/// An empty directory that nothing else in this program uses. One that is there has been left by a program that was stopped.
fn reserve(parent: &Path, name: &str) -> io::Result<PathBuf> {
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut directory = parent.join(name);
    let mut number = 1;
    while open.contains(&directory) {
        number += 1;
        directory = parent.join(format!("{name}-{number}"));
    }
    match fs::create_dir(&directory) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_dir_all(&directory)?;
            fs::create_dir(&directory)?;
        }
        made => made?,
    }
    open.push(directory.clone());
    Ok(directory)
}

/// Removes a directory, if it is still there. What cannot be removed now is removed by the next synthesis.
fn release(directory: &Path) {
    let _ = fs::remove_dir_all(directory);
    OPEN.lock().unwrap_or_else(PoisonError::into_inner).retain(|open| open != directory);
}

fn move_contents(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if fs::rename(entry.path(), &target).is_ok() {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            move_contents(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
