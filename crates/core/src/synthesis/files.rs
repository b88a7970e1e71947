//! Writing files one after the other, beside the rendering of the next ones where there is much to write.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::place::Stop;
use super::writer::{Hash, Writer};

/// A part of a file.
pub(super) struct Part {
    /// The path of the file that starts with it, from the directory of all; nothing for more of the same file.
    pub(super) starts: Option<PathBuf>,
    pub(super) text: String,
    /// Whether [`Files::hashes`] has the hash of it.
    pub(super) is_hashed: bool,
}

/// What a thread is told.
enum Message {
    Write(Vec<Part>),
    /// Asks for the hashes.
    Hashes(SyncSender<Vec<Hash>>),
}

/// From so many files or bytes on, a thread of its own writes, which makes up for the time that starting it takes.
const MANY_FILES: usize = 16;
const MANY_BYTES: usize = 1 << 19;

/// So many bytes are given to the thread at once, since waking it takes time.
const BATCH: usize = 1 << 17;

/// So many batches may wait, so that memory stays bounded.
const WAITING: usize = 2;

/// Writes files.
pub(super) struct Files {
    state: State,
    outdir: PathBuf,
    files: usize,
    bytes: usize,
}

enum State {
    Here(Writer),
    Beside { batch: Vec<Part>, size: usize, messages: SyncSender<Message>, thread: JoinHandle<Result<Writer, Stop>> },
    Finished,
}

impl Files {
    pub(super) fn new(writer: Writer) -> Self {
        Self { outdir: writer.place().outdir().to_owned(), state: State::Here(writer), files: 0, bytes: 0 }
    }

    /// Writes a part, or sees to it that it is written before [`Files::finish`] ends.
    pub(super) fn write(&mut self, part: Part) -> Result<(), Stop> {
        self.files += usize::from(part.starts.is_some());
        self.bytes += part.text.len();
        if part.starts.is_some() && (self.files >= MANY_FILES || self.bytes >= MANY_BYTES) {
            self.start_thread();
        }
        match &mut self.state {
            State::Here(writer) => writer.write(&part),
            State::Beside { batch, size, messages, .. } => {
                *size += part.text.len();
                batch.push(part);
                if *size < BATCH {
                    return Ok(());
                }
                *size = 0;
                match messages.send(Message::Write(std::mem::take(batch))) {
                    Ok(()) => Ok(()),
                    // A thread that has ended has failed, which it tells at the end.
                    Err(_) => self.finish().map(drop),
                }
            }
            State::Finished => Ok(()),
        }
    }

    /// From here on a thread writes, if there can be one.
    fn start_thread(&mut self) {
        if !matches!(self.state, State::Here(_)) {
            return;
        }
        let (messages, received) = sync_channel(WAITING);
        let (give, take) = sync_channel(1);
        let run = move || match take.recv() {
            Ok(writer) => write_all(writer, &received),
            Err(_) => Err(Stop::Moved),
        };
        let Ok(thread) = thread::Builder::new().name("write".to_owned()).spawn(run) else { return };
        let beside = State::Beside { batch: Vec::new(), size: 0, messages, thread };
        if let State::Here(writer) = std::mem::replace(&mut self.state, beside) {
            let _ = give.send(writer);
        }
    }

    /// The hashes of what was to be hashed since this was asked last, in order.
    pub(super) fn hashes(&mut self) -> Result<Vec<Hash>, Stop> {
        match &mut self.state {
            State::Here(writer) => Ok(writer.hashes()),
            State::Beside { batch, size, messages, .. } => {
                *size = 0;
                let (reply, hashes) = sync_channel(1);
                let sent = messages
                    .send(Message::Write(std::mem::take(batch)))
                    .and_then(|()| messages.send(Message::Hashes(reply)));
                match sent.ok().and_then(|()| hashes.recv().ok()) {
                    Some(hashes) => Ok(hashes),
                    None => self.finish().map(|_| Vec::new()),
                }
            }
            State::Finished => Ok(Vec::new()),
        }
    }

    /// Waits until everything is written. Nothing if that was asked before.
    pub(super) fn finish(&mut self) -> Result<Option<Writer>, Stop> {
        match std::mem::replace(&mut self.state, State::Finished) {
            State::Beside { batch, messages, thread, .. } => {
                let _ = messages.send(Message::Write(batch));
                drop(messages);
                let stopped = || Err(Stop::Failed(self.outdir.clone(), "writing was stopped".into()));
                thread.join().unwrap_or_else(|_| stopped()).map(Some)
            }
            State::Here(mut writer) => writer.close().map(|()| Some(writer)),
            State::Finished => Ok(None),
        }
    }
}

impl Drop for Files {
    /// Whoever writes must have ended before the directory is removed.
    fn drop(&mut self) {
        let _ = self.finish();
    }
}

fn write_all(mut writer: Writer, messages: &Receiver<Message>) -> Result<Writer, Stop> {
    for message in messages {
        match message {
            Message::Write(parts) => parts.iter().try_for_each(|part| writer.write(part))?,
            // Whoever asked and does not listen any more has given up.
            Message::Hashes(reply) => {
                let _ = reply.send(writer.hashes());
            }
        }
    }
    writer.close()?;
    Ok(writer)
}
