//! Writing files one after the other, beside the rendering of the next ones where there is much to write.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::hash;

use super::batches::{self, Batch, End};
use super::place::Stop;
use super::writer::{Hash, Writer};

/// A part of a file.
pub(super) struct Part {
    /// The path of the file that starts with it, from the directory of all; nothing for more of the same file.
    pub(super) starts: Option<PathBuf>,
    pub(super) text: String,
    pub(super) hashing: Hashing,
}

/// Whether [`Files::hashes`] has the hash of a part.
pub(super) enum Hashing {
    No,
    /// It is still to be made.
    Due,
    Done(Hash),
}

/// From so many files or bytes on, a thread of its own writes, which makes up for the time that starting it takes.
const MANY_FILES: usize = 16;
const MANY_BYTES: usize = 1 << 19;

/// So many bytes are given to the thread at once, since waking it takes time.
const BATCH: usize = 1 << 17;

/// Writes files.
pub(super) struct Files {
    state: State,
    outdir: PathBuf,
    files: usize,
    bytes: usize,
}

enum State {
    Here(Writer),
    Beside { batch: Batch, size: usize, batches: End, thread: JoinHandle<Result<Writer, Stop>> },
    Finished,
}

impl Files {
    pub(super) fn new(writer: Writer) -> Self {
        Self { outdir: writer.place().outdir().to_owned(), state: State::Here(writer), files: 0, bytes: 0 }
    }

    /// Writes a part, or sees to it that it is written before [`Files::finish`] ends.
    pub(super) fn write(&mut self, mut part: Part) -> Result<(), Stop> {
        self.files += usize::from(part.starts.is_some());
        self.bytes += part.text.len();
        if part.starts.is_some() && (self.files >= MANY_FILES || self.bytes >= MANY_BYTES) {
            self.start_thread();
        }
        match &mut self.state {
            State::Here(writer) => writer.write(&part),
            State::Beside { batch, size, batches, .. } => {
                // Hashing takes longer than all else that a thread does with a text, so it is shared with one that has fallen behind.
                if matches!(part.hashing, Hashing::Due) && batches.is_full() {
                    part.hashing = Hashing::Done(hash::sha256(&part.text));
                }
                *size += part.text.len();
                batch.push(part);
                if *size < BATCH {
                    return Ok(());
                }
                *size = 0;
                if batches.send(std::mem::take(batch)) {
                    return Ok(());
                }
                // A thread that has ended has failed, which it tells at the end.
                self.finish().map(drop)
            }
            State::Finished => Ok(()),
        }
    }

    /// From here on a thread writes, if there can be one.
    fn start_thread(&mut self) {
        let writer = match std::mem::replace(&mut self.state, State::Finished) {
            State::Here(writer) => writer,
            other => return self.state = other,
        };
        let (batches, received) = batches::ends();
        // The writer comes back where there can be no thread.
        let given = Arc::new(Mutex::new(Some(writer)));
        let taken = given.clone();
        let run = move || match take(&taken) {
            Some(writer) => write_all(writer, &received),
            None => Err(Stop::Moved),
        };
        self.state = match thread::Builder::new().name("write".to_owned()).spawn(run) {
            Ok(thread) => State::Beside { batch: Batch::new(), size: 0, batches, thread },
            Err(_) => take(&given).map_or(State::Finished, State::Here),
        };
    }

    /// The hashes of what was to be hashed since this was asked last, in order.
    pub(super) fn hashes(&mut self) -> Result<Vec<Hash>, Stop> {
        self.join()?;
        match &mut self.state {
            State::Here(writer) => Ok(writer.hashes()),
            State::Beside { .. } | State::Finished => Ok(Vec::new()),
        }
    }

    /// Waits until everything is written. Nothing if that was asked before.
    pub(super) fn finish(&mut self) -> Result<Option<Writer>, Stop> {
        self.join()?;
        match std::mem::replace(&mut self.state, State::Finished) {
            State::Here(mut writer) => writer.close().map(|()| Some(writer)),
            State::Beside { .. } | State::Finished => Ok(None),
        }
    }

    /// Waits until no thread writes any more.
    fn join(&mut self) -> Result<(), Stop> {
        match std::mem::replace(&mut self.state, State::Finished) {
            State::Beside { batch, batches, thread, .. } => {
                batches.send(batch);
                drop(batches);
                let stopped = || Err(Stop::Failed(self.outdir.clone(), "writing was stopped".into()));
                self.state = State::Here(thread.join().unwrap_or_else(|_| stopped())?);
            }
            other => self.state = other,
        }
        Ok(())
    }
}

impl Drop for Files {
    /// Whoever writes must have ended before the directory is removed.
    fn drop(&mut self) {
        let _ = self.finish();
    }
}

fn take(given: &Mutex<Option<Writer>>) -> Option<Writer> {
    given.lock().unwrap_or_else(PoisonError::into_inner).take()
}

fn write_all(mut writer: Writer, received: &End) -> Result<Writer, Stop> {
    while let Some(batch) = received.receive() {
        batch.iter().try_for_each(|part| writer.write(part))?;
    }
    Ok(writer)
}
