//! Writing files one after the other, beside the rendering of the next ones where there is much to write.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::staging::{Failure, at};

/// A part of a file.
pub(super) struct Part {
    /// The path of the file that starts with it, from the directory of all; nothing for more of the same file.
    pub(super) starts: Option<PathBuf>,
    pub(super) text: String,
}

/// From so many files or bytes on, a thread of its own writes, which makes up for the time that starting it takes.
const MANY_FILES: usize = 16;
const MANY_BYTES: usize = 1 << 19;

/// So many bytes are given to the thread at once, since waking it takes time.
const BATCH: usize = 1 << 17;

/// So many batches may wait, so that memory stays bounded.
const WAITING: usize = 2;

/// Writes files to a directory.
pub(super) struct Files {
    directory: PathBuf,
    state: State,
    files: usize,
    bytes: usize,
}

enum State {
    Here(Writer),
    Beside { batch: Vec<Part>, size: usize, batches: SyncSender<Vec<Part>>, thread: JoinHandle<Result<(), Failure>> },
    Finished,
}

impl Files {
    pub(super) fn new(directory: &Path) -> Self {
        let state = State::Here(Writer::new(directory));
        Self { directory: directory.to_owned(), state, files: 0, bytes: 0 }
    }

    /// Writes a part, or sees to it that it is written before [`Files::finish`] ends.
    pub(super) fn write(&mut self, part: Part) -> Result<(), Failure> {
        self.files += usize::from(part.starts.is_some());
        self.bytes += part.text.len();
        if let State::Here(writer) = &mut self.state {
            if self.files < MANY_FILES && self.bytes < MANY_BYTES {
                return writer.write(&part);
            }
            // Without a thread, everything is written here.
            let (batches, received) = sync_channel(WAITING);
            let mut own = std::mem::replace(writer, Writer::new(&self.directory));
            let run = move || own.write_all(&received);
            match thread::Builder::new().name("write".to_owned()).spawn(run) {
                Ok(thread) => self.state = State::Beside { batch: Vec::new(), size: 0, batches, thread },
                Err(_) => {
                    self.files = 0;
                    self.bytes = 0;
                    return writer.write(&part);
                }
            }
        }
        let State::Beside { batch, size, batches, .. } = &mut self.state else { return Ok(()) };
        *size += part.text.len();
        batch.push(part);
        if *size < BATCH {
            return Ok(());
        }
        *size = 0;
        match batches.send(std::mem::take(batch)) {
            Ok(()) => Ok(()),
            // One that has ended has failed, which it tells at the end.
            Err(_) => self.finish(),
        }
    }

    /// Waits until everything is written.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        match std::mem::replace(&mut self.state, State::Finished) {
            State::Beside { batch, batches, thread, .. } => {
                let _ = batches.send(batch);
                drop(batches);
                let stopped = || Err((self.directory.clone(), "writing was stopped".into()));
                thread.join().unwrap_or_else(|_| stopped())
            }
            State::Here(_) | State::Finished => Ok(()),
        }
    }
}

/// Writes to one file after the other.
struct Writer {
    directory: PathBuf,
    /// The file that is written, with its path.
    open: Option<(PathBuf, File)>,
    /// Directories that were made.
    made: Vec<PathBuf>,
}

impl Writer {
    fn new(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), open: None, made: Vec::new() }
    }

    fn write_all(&mut self, batches: &Receiver<Vec<Part>>) -> Result<(), Failure> {
        batches.iter().flatten().try_for_each(|part| self.write(&part))
    }

    fn write(&mut self, part: &Part) -> Result<(), Failure> {
        if let Some(path) = &part.starts {
            self.open = Some(self.create(path)?);
        }
        match &mut self.open {
            Some((path, file)) => file.write_all(part.text.as_bytes()).map_err(at(path)),
            None => Ok(()),
        }
    }

    fn create(&mut self, path: &Path) -> Result<(PathBuf, File), Failure> {
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty())
            && !self.made.iter().any(|made| made == parent)
        {
            let directory = self.directory.join(parent);
            fs::create_dir_all(&directory).map_err(at(&directory))?;
            self.made.push(parent.to_owned());
        }
        let path = self.directory.join(path);
        let file = File::create(&path).map_err(at(&path))?;
        Ok((path, file))
    }
}
