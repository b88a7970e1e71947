//! Where an assembly is written: a new directory beside the output directory, or inside it, that takes its place once it is complete.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// Why nothing more can be written.
pub(super) enum Stop {
    /// What could not be written, and why.
    Failed(PathBuf, Box<dyn std::error::Error + Send + Sync>),
    /// Somebody else has put another assembly in the place of the previous one, to which this one was compared.
    Moved,
}

pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Stop + use<> {
    let path = path.to_owned();
    |error| Stop::Failed(path, error.into())
}

/// New directories of this program: two apps may have the same output directory.
static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// How often this program has put a directory in the place of another.
static SWAPS: AtomicUsize = AtomicUsize::new(0);

/// An output directory and, once it is made, the new directory, which is removed unless it has taken the place of the previous one.
pub(super) struct Place {
    outdir: PathBuf,
    directory: Option<PathBuf>,
    is_beside: bool,
    /// What the output directory was like when it was first looked at.
    before: (usize, Times),
}

impl Place {
    /// The place of an output directory.
    pub(super) fn of(outdir: &Path) -> Result<Self, Stop> {
        let outdir = std::path::absolute(outdir).map_err(at(outdir))?;
        // A link to a directory stays a link: the directory itself is replaced.
        let outdir = outdir.canonicalize().unwrap_or(outdir);
        let before = (SWAPS.load(Ordering::SeqCst), times(&outdir));
        if before.1.is_some() && !outdir.is_dir() {
            return Err(Stop::Failed(outdir, "it exists and is not a directory".into()));
        }
        Ok(Self { outdir, directory: None, is_beside: false, before })
    }

    pub(super) fn outdir(&self) -> &Path {
        &self.outdir
    }

    /// The new directory, if it is made.
    pub(super) fn directory(&self) -> Option<&Path> {
        self.directory.as_deref()
    }

    /// Whether the new directory is beside the output directory, or else inside it.
    pub(super) fn is_beside(&self) -> bool {
        self.is_beside
    }

    /// Whether the output directory may be another than at the start.
    pub(super) fn has_moved(&self) -> bool {
        (SWAPS.load(Ordering::SeqCst), times(&self.outdir)) != self.before
    }

    /// Makes the new directory.
    pub(super) fn make_directory(&mut self) -> Result<&Path, Stop> {
        let outdir = self.outdir.clone();
        if let Some(parent) = outdir.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        // Whoever works in the directory, such as the shell of the user, would be left in the old one.
        let is_in_use = env::current_dir().is_ok_and(|directory| directory.starts_with(&outdir));
        if !is_in_use
            && let (Some(parent), Some(name)) = (outdir.parent(), outdir.file_name())
            && let Ok(directory) = reserve(parent, &format!(".{}.new", name.to_string_lossy()))
        {
            self.is_beside = true;
            return Ok(self.directory.insert(directory));
        }
        fs::create_dir_all(&outdir).map_err(at(&outdir))?;
        self.make_inside()
    }

    fn make_inside(&mut self) -> Result<&Path, Stop> {
        let directory = reserve(&self.outdir, ".new").map_err(at(&self.outdir))?;
        self.before.1 = times(&self.outdir);
        self.is_beside = false;
        Ok(self.directory.insert(directory))
    }

    /// Moves everything to a directory inside the output directory, which may be of another file system.
    pub(super) fn move_inside(&mut self) -> Result<(), Stop> {
        let Some(outside) = self.directory.take() else { return Ok(()) };
        let inside = self.make_inside()?;
        let moved = move_contents(&outside, inside).map_err(at(inside));
        release(&outside);
        moved
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(directory) = &self.directory {
            release(directory);
        }
    }
}

/// Says that another assembly takes the place of one.
pub(super) fn count_swap() {
    SWAPS.fetch_add(1, Ordering::SeqCst);
}

/// When a directory was made and changed. Other programs are noticed by it; this one counts.
type Times = Option<[Option<SystemTime>; 2]>;

fn times(directory: &Path) -> Times {
    let metadata = fs::metadata(directory).ok()?;
    Some([metadata.created().ok(), metadata.modified().ok()])
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
