//! Writing files one after the other, beside the rendering of the next ones where there is much to write.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use crate::hash;

use super::staging::{Failure, at};

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

/// The SHA-256 of a text.
type Hash = [u8; 32];

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
    Beside { batch: Vec<Part>, size: usize, messages: SyncSender<Message>, thread: JoinHandle<Result<(), Failure>> },
    Finished,
}

impl Files {
    /// Files in a directory, of which the previous ones are in another.
    pub(super) fn new(directory: &Path, previous: &Path) -> Self {
        let state = State::Here(Writer::new(directory, previous));
        Self { directory: directory.to_owned(), state, files: 0, bytes: 0 }
    }

    /// Writes a part, or sees to it that it is written before [`Files::finish`] ends.
    pub(super) fn write(&mut self, part: Part) -> Result<(), Failure> {
        self.files += usize::from(part.starts.is_some());
        self.bytes += part.text.len();
        if let State::Here(writer) = &mut self.state {
            let is_little = self.files < MANY_FILES && self.bytes < MANY_BYTES;
            if is_little || part.starts.is_none() {
                return writer.write(&part);
            }
            writer.close()?;
            // Without a thread, everything is written here.
            let (messages, received) = sync_channel(WAITING);
            let mut own = Writer::new(&writer.directory, &writer.previous);
            own.hashes.clone_from(&writer.hashes);
            let run = move || own.write_all(&received);
            match thread::Builder::new().name("write".to_owned()).spawn(run) {
                Ok(thread) => self.state = State::Beside { batch: Vec::new(), size: 0, messages, thread },
                Err(_) => {
                    self.files = 0;
                    self.bytes = 0;
                    return writer.write(&part);
                }
            }
        }
        let State::Beside { batch, size, messages, .. } = &mut self.state else { return Ok(()) };
        *size += part.text.len();
        batch.push(part);
        if *size < BATCH {
            return Ok(());
        }
        *size = 0;
        match messages.send(Message::Write(std::mem::take(batch))) {
            Ok(()) => Ok(()),
            // One that has ended has failed, which it tells at the end.
            Err(_) => self.finish(),
        }
    }

    /// The hashes of what was to be hashed since this was asked last, in order.
    pub(super) fn hashes(&mut self) -> Result<Vec<Hash>, Failure> {
        match &mut self.state {
            State::Here(writer) => Ok(std::mem::take(&mut writer.hashes)),
            State::Beside { batch, size, messages, .. } => {
                *size = 0;
                let (reply, hashes) = sync_channel(1);
                let sent = messages
                    .send(Message::Write(std::mem::take(batch)))
                    .and_then(|()| messages.send(Message::Hashes(reply)));
                match sent.ok().and_then(|()| hashes.recv().ok()) {
                    Some(hashes) => Ok(hashes),
                    None => self.finish().map(|()| Vec::new()),
                }
            }
            State::Finished => Ok(Vec::new()),
        }
    }

    /// Waits until everything is written.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        match std::mem::replace(&mut self.state, State::Finished) {
            State::Beside { batch, messages, thread, .. } => {
                let _ = messages.send(Message::Write(batch));
                drop(messages);
                let stopped = || Err((self.directory.clone(), "writing was stopped".into()));
                thread.join().unwrap_or_else(|_| stopped())
            }
            State::Here(mut writer) => writer.close(),
            State::Finished => Ok(()),
        }
    }
}

/// Writes to one file after the other. One that is as it was is linked from the previous assembly, which saves the disk from
/// writing it again.
struct Writer {
    directory: PathBuf,
    previous: PathBuf,
    /// The file that is written.
    open: Option<Open>,
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
    /// So many bytes are those of the previous file so far.
    Same(File, u64),
    New(File),
}

impl Writer {
    fn new(directory: &Path, previous: &Path) -> Self {
        Self {
            directory: directory.to_owned(),
            previous: previous.to_owned(),
            open: None,
            hashes: Vec::new(),
            buffer: Vec::new(),
            made: Vec::new(),
        }
    }

    fn write_all(&mut self, messages: &Receiver<Message>) -> Result<(), Failure> {
        for message in messages {
            match message {
                Message::Write(parts) => parts.iter().try_for_each(|part| self.write(part))?,
                // Whoever asked and does not listen any more has given up.
                Message::Hashes(reply) => {
                    let _ = reply.send(std::mem::take(&mut self.hashes));
                }
            }
        }
        self.close()
    }

    fn write(&mut self, part: &Part) -> Result<(), Failure> {
        if part.is_hashed {
            self.hashes.push(hash::sha256(&part.text));
        }
        if let Some(path) = &part.starts {
            self.close()?;
            self.open = Some(self.start(path)?);
        }
        let Some(Open { path, state }) = &mut self.open else { return Ok(()) };
        let target = self.directory.join(&*path);
        let text = part.text.as_bytes();
        if let Written::Same(previous, count) = state {
            if starts_with(previous, text, &mut self.buffer) {
                *count += text.len() as u64;
                return Ok(());
            }
            let mut file = File::create(&target).map_err(at(&target))?;
            copy_start(previous, *count, &mut file).map_err(at(&target))?;
            *state = Written::New(file);
        }
        match state {
            Written::New(file) => file.write_all(text).map_err(at(&target)),
            Written::Same(..) => Ok(()),
        }
    }

    /// Ends the file that is written.
    fn close(&mut self) -> Result<(), Failure> {
        let Some(Open { path, state: Written::Same(mut previous, count) }) = self.open.take() else { return Ok(()) };
        let target = self.directory.join(&path);
        let is_whole = previous.read(&mut [0]).is_ok_and(|more| more == 0);
        if is_whole && fs::hard_link(self.previous.join(&path), &target).is_ok() {
            return Ok(());
        }
        let mut file = File::create(&target).map_err(at(&target))?;
        copy_start(&mut previous, count, &mut file).map_err(at(&target))
    }

    fn start(&mut self, path: &Path) -> Result<Open, Failure> {
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty())
            && !self.made.iter().any(|made| made == parent)
        {
            let directory = self.directory.join(parent);
            fs::create_dir_all(&directory).map_err(at(&directory))?;
            self.made.push(parent.to_owned());
        }
        let previous = self.previous.join(path);
        let is_file = fs::symlink_metadata(&previous).is_ok_and(|metadata| metadata.is_file());
        let state = match File::open(&previous) {
            Ok(file) if is_file => Written::Same(file, 0),
            _ => {
                let target = self.directory.join(path);
                Written::New(File::create(&target).map_err(at(&target))?)
            }
        };
        Ok(Open { path: path.to_owned(), state })
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
