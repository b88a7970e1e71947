//! The hash by which an asset's files are known: the same files have the same hash on every computer, and it is the
//! CDK's, so that an asset that is already published is not published again.
//!
//! SHA-256 over a sequence of fields, first the options, then the files and links in the order of the walk. Neither
//! permissions nor times count.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::hash::{Sha256, hex};
use crate::progress::Progress;

use super::error::AssetError;
use super::ignore::IgnoreStrategy;
use super::options::{AssetOptions, IgnoreMode};
use super::walk::{Entry, Symlink, walk_directory};

/// How much of a file the CDK reads at once. It counts: whether a file is binary, and where a character or a line
/// end is cut, is decided for each such piece.
const CHUNK: usize = 8 * 1024;

/// The hash of a file, or of what belongs to an asset in a directory, as 64 hexadecimal digits.
pub(crate) fn fingerprint(path: &Path, options: &AssetOptions) -> Result<String, AssetError> {
    let mut hash = Sha256::new();
    field(&mut hash, "options.extra", &options.extra_hash);
    field(&mut hash, "options.follow", &options.follow.to_string());
    if options.ignore_mode != IgnoreMode::Glob {
        field(&mut hash, "options.ignoreMode", &options.ignore_mode.to_string());
    }
    let root = fs::canonicalize(path).map_err(|error| AssetError::from_io(path, error))?;
    let mut progress = Progress::start("Hashing", path);
    if root.is_file() {
        field(&mut hash, "file:", &content_fingerprint(&root, &mut progress)?);
        return Ok(hex(&hash.finalize()));
    }
    if !root.is_dir() {
        return Err(AssetError::Unsupported { path: root });
    }
    let ignore = IgnoreStrategy::new(&options.exclude, options.ignore_mode)?;
    walk_directory(&root, options.follow, &ignore, &mut |entry| {
        match entry {
            Entry::Directory { .. } => {}
            Entry::File { path, real_path } => {
                let header = format!("file:{}", hash_key(path));
                field(&mut hash, &header, &content_fingerprint(real_path, &mut progress)?);
            }
            Entry::Symlink(link) => {
                let header = format!("link:{}", hash_key(link.path));
                field(&mut hash, &header, &link_target(&root, &link));
            }
            Entry::Unsupported { path } => return Err(AssetError::Unsupported { path: path.into() }),
        }
        Ok(())
    })?;
    Ok(hex(&hash.finalize()))
}

/// The hash of one file's content alone: the count of the bytes that were hashed, a colon and the SHA-256.
///
/// Text is hashed with line feeds for line ends, so that a checkout on Windows has the same hash. A file whose first
/// 8 KiB have a zero byte is binary and hashed as it is.
pub(crate) fn content_fingerprint(path: &Path, progress: &mut Progress) -> Result<String, AssetError> {
    progress.file();
    let failed = |error| AssetError::from_io(path, error);
    let mut file = File::open(path).map_err(failed)?;
    let mut content = Content::default();
    read_chunks(&file, u64::MAX, |chunk| {
        progress.tick();
        content.add(chunk);
    })
    .map_err(failed)?;
    let held = content.held_before_binary;
    if held > 0 {
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let hash = &mut content.counted.hash;
        read_chunks(&file, held, |chunk| hash.update(String::from_utf8_lossy(chunk).as_bytes())).map_err(failed)?;
    }
    Ok(content.finish())
}

fn read_chunks(file: &File, limit: u64, mut add: impl FnMut(&[u8])) -> io::Result<()> {
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut left = limit;
    loop {
        chunk.clear();
        let read = file.take(left.min(CHUNK as u64)).read_to_end(&mut chunk)?;
        if read == 0 {
            return Ok(());
        }
        add(&chunk);
        left -= read as u64;
    }
}

/// A file's content as far as it has been read.
///
/// The CDK holds back a piece that ends in a carriage return, since a line feed may follow. Two things come of that
/// which the hash must repeat: text that is held back when the file ends is hashed as it is and not counted; and
/// while all is held back, nothing is counted, so that the next piece decides again whether the file is binary, and
/// if it is, what was held back is hashed last.
#[derive(Default)]
struct Content {
    counted: Counted,
    binary: bool,
    held: Option<Held>,
    /// How many bytes were held back when the file turned out to be binary.
    held_before_binary: u64,
}

#[derive(Clone, Default)]
struct Counted {
    hash: Sha256,
    size: u64,
}

/// Both fates of text that is held back, so that the text itself need not be kept.
struct Held {
    bytes: u64,
    /// The hash if the file ends here.
    at_end: Sha256,
    /// The hash if text follows, without the last carriage return.
    followed: Counted,
}

impl Content {
    fn add(&mut self, chunk: &[u8]) {
        if self.counted.size == 0 {
            self.binary = chunk.contains(&0);
        }
        if self.binary {
            self.held_before_binary += self.held.take().map_or(0, |held| held.bytes);
            self.counted.add(chunk);
            return;
        }
        // A character that the end of the piece cuts is lost, as in the CDK.
        let text = String::from_utf8_lossy(chunk);
        let after_return = self.held.is_some();
        let mut held = self.held.take().unwrap_or_else(|| Held {
            bytes: 0,
            at_end: self.counted.hash,
            followed: self.counted.clone(),
        });
        if after_return && !text.starts_with('\n') {
            held.followed.add(b"\r");
        }
        match text.strip_suffix('\r') {
            Some(before_return) => {
                held.bytes += chunk.len() as u64;
                held.at_end.update(text.as_bytes());
                held.followed.add(before_return.replace("\r\n", "\n").as_bytes());
                self.held = Some(held);
            }
            None => {
                held.followed.add(text.replace("\r\n", "\n").as_bytes());
                self.counted = held.followed;
            }
        }
    }

    fn finish(self) -> String {
        let hash = self.held.map_or(self.counted.hash, |held| held.at_end);
        format!("{}:{}", self.counted.size, hex(&hash.finalize()))
    }
}

impl Counted {
    fn add(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.hash.update(bytes);
    }
}

fn link_target(root: &Path, link: &Symlink<'_>) -> String {
    if link.internal && link.target.is_absolute() {
        let inside = link.resolved_target.strip_prefix(root).unwrap_or(link.resolved_target);
        return hash_key(&inside.to_string_lossy());
    }
    link.target.to_string_lossy().into_owned()
}

/// A path as it counts in the hash: the same on Windows, hence also where a name really has a backslash.
fn hash_key(path: &str) -> String {
    path.replace('\\', "/")
}

fn field(hash: &mut Sha256, header: &str, value: &str) {
    hash.update([0x01]);
    hash.update(header);
    hash.update([0x02]);
    hash.update(value);
    hash.update([0x03]);
}
