//! Writes the files of an assembly. As long as each is as it was, nothing is written; from the first that differs on, they go to a
//! new directory, to which the others are linked.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::hash;

use super::files::{Hashing, Part};
use super::place::{Place, Stop, at};

/// The SHA-256 of a text.
pub(super) type Hash = [u8; 32];

pub(super) struct Writer {
    place: Place,
    /// The file that is written.
    open: Option<Open>,
    /// The files that are as they were, as long as all are.
    same: Vec<PathBuf>,
    hashes: Vec<Hash>,
    /// For what is read of previous files.
    buffer: Vec<u8>,
    /// Directories that were made.
    made: Vec<PathBuf>,
}

struct Open {
    /// From the directory of all files.
    path: PathBuf,
    state: Written,
}

enum Written {
    /// So many bytes are those of the previous file so far. Where there is a new directory, the file is linked to it.
    Same(File, u64),
    New(File),
}

impl Writer {
    pub(super) fn new(place: Place) -> Self {
        Self { place, open: None, same: Vec::new(), hashes: Vec::new(), buffer: Vec::new(), made: Vec::new() }
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn place_mut(&mut self) -> &mut Place {
        &mut self.place
    }

    /// The files, if all are as they were.
    pub(super) fn same(&self) -> Option<&[PathBuf]> {
        self.place.directory().is_none().then_some(&self.same)
    }

    /// The hashes since this was asked last.
    pub(super) fn hashes(&mut self) -> Vec<Hash> {
        std::mem::take(&mut self.hashes)
    }

    pub(super) fn write(&mut self, part: &Part) -> Result<(), Stop> {
        match part.hashing {
            Hashing::No => {}
            Hashing::Due => self.hashes.push(hash::sha256(&part.text)),
            Hashing::Done(hash) => self.hashes.push(hash),
        }
        if let Some(path) = &part.starts {
            self.close()?;
            let state = match self.previous(path) {
                Some(file) => Written::Same(file, 0),
                None => Written::New(self.create(path)?),
            };
            self.open = Some(Open { path: path.clone(), state });
        }
        let text = part.text.as_bytes();
        match &mut self.open {
            Some(Open { state: Written::Same(previous, count), .. }) => {
                if starts_with(previous, text, &mut self.buffer) {
                    *count += text.len() as u64;
                    return Ok(());
                }
            }
            Some(Open { path, state: Written::New(file) }) => {
                return file.write_all(text).map_err(|error| at(&self.place.outdir().join(path))(error));
            }
            None => return Ok(()),
        }
        // From here on the file differs.
        let Some(Open { path, state: Written::Same(previous, count) }) = self.open.take() else { return Ok(()) };
        let mut file = self.replace(&path, previous, count)?;
        file.write_all(text).map_err(at(&self.place.outdir().join(&path)))?;
        self.open = Some(Open { path, state: Written::New(file) });
        Ok(())
    }

    /// Ends the file that is written.
    pub(super) fn close(&mut self) -> Result<(), Stop> {
        let Some(Open { path, state: Written::Same(mut previous, count) }) = self.open.take() else { return Ok(()) };
        if !previous.read(&mut [0]).is_ok_and(|more| more == 0) {
            return self.replace(&path, previous, count).map(drop);
        }
        if self.place.directory().is_none() {
            self.same.push(path);
        }
        Ok(())
    }

    /// The previous file of a path, if there is one. Where there is a new directory, it is linked to it first, so that nobody can put
    /// another in its place.
    fn previous(&mut self, path: &Path) -> Option<File> {
        let mut file = self.place.outdir().join(path);
        if let Some(directory) = self.place.directory() {
            let target = directory.join(path);
            self.make_parent(&target).ok()?;
            fs::hard_link(file, &target).ok()?;
            file = target;
        }
        let is_file = fs::symlink_metadata(&file).is_ok_and(|metadata| metadata.is_file());
        File::open(&file).ok().filter(|_| is_file)
    }

    /// A new file in the new directory.
    fn create(&mut self, path: &Path) -> Result<File, Stop> {
        let target = self.directory()?.join(path);
        self.make_parent(&target).map_err(at(&target))?;
        match File::create_new(&target) {
            // A link must go, for else the previous file would be written.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_file(&target).and_then(|()| File::create_new(&target)).map_err(at(&target))
            }
            file => file.map_err(at(&target)),
        }
    }

    /// A new file that starts as the previous one does.
    fn replace(&mut self, path: &Path, mut previous: File, count: u64) -> Result<File, Stop> {
        let mut file = self.create(path)?;
        copy_start(&mut previous, count, &mut file).map_err(at(&self.place.outdir().join(path)))?;
        Ok(file)
    }

    fn make_parent(&mut self, target: &Path) -> io::Result<()> {
        let Some(parent) = target.parent().filter(|parent| !self.made.iter().any(|made| made == parent)) else {
            return Ok(());
        };
        fs::create_dir_all(parent)?;
        self.made.push(parent.to_owned());
        Ok(())
    }

    /// The new directory, which has what was written so far.
    pub(super) fn directory(&mut self) -> Result<PathBuf, Stop> {
        if let Some(directory) = self.place.directory() {
            return Ok(directory.to_owned());
        }
        let same = std::mem::take(&mut self.same);
        let has_moved = |place: &Place| !same.is_empty() && place.has_moved();
        if has_moved(&self.place) {
            return Err(Stop::Moved);
        }
        let directory = self.place.make_directory()?.to_owned();
        self.made.push(directory.clone());
        let linked = same.iter().try_for_each(|path| {
            let (source, target) = (self.place.outdir().join(path), directory.join(path));
            self.make_parent(&target)
                .and_then(|()| fs::hard_link(&source, &target).or_else(|_| fs::copy(&source, &target).map(drop)))
                .map_err(at(&target))
        });
        // Only now it is sure what was linked.
        match has_moved(&self.place) {
            true => Err(Stop::Moved),
            false => linked.map(|()| directory),
        }
    }
}

/// Whether a file goes on with these bytes. It is read up to where it differs.
fn starts_with(file: &mut File, mut expected: &[u8], buffer: &mut Vec<u8>) -> bool {
    buffer.resize(1 << 14, 0);
    while !expected.is_empty() {
        let wanted = expected.len().min(buffer.len());
        match file.read(&mut buffer[..wanted]) {
            Ok(read @ 1..) if buffer[..read] == expected[..read] => expected = &expected[read..],
            _ => return false,
        }
    }
    true
}

/// Copies the first bytes of a file.
fn copy_start(from: &mut File, count: u64, to: &mut File) -> io::Result<()> {
    from.seek(SeekFrom::Start(0))?;
    let copied = io::copy(&mut from.take(count), to)?;
    if copied < count { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}
