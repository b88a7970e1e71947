//! What takes the files of an assembly while it is made, so that a large app need not be in memory as text.

use std::path::Path;

use crate::assets::FileAsset;
use crate::diagnostic::Diagnostic;
use crate::ordered_map::OrderedMap;

use super::files::{Files, Hashing, Part};
use super::place::{Place, Stop};
use super::write;
use super::writer::Writer;

/// Why there is no new assembly.
pub(crate) enum Unfinished {
    Failed(Box<Diagnostic>),
    /// Somebody else wrote to the directory at the same time: the synthesis is to be made once more, and all is to be written.
    Moved,
}

/// Takes the files of an assembly.
#[derive(Default)]
pub(crate) struct Output {
    /// Nothing if nothing is to be written, or cannot be.
    files: Option<Files>,
    stop: Option<Stop>,
}

impl Output {
    /// For a synthesis in memory, or one that has failed already: takes files and drops them.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Files for an output directory. Unless all are written, nothing is as long as they are as they were.
    pub(crate) fn to(outdir: &Path, writes_all: bool) -> Self {
        let files = Place::of(outdir).and_then(|place| {
            let mut writer = Writer::new(place);
            if writes_all {
                writer.directory()?;
            }
            Ok(Files::new(writer))
        });
        match files {
            Ok(files) => Self { files: Some(files), stop: None },
            Err(stop) => Self { files: None, stop: Some(stop) },
        }
    }

    /// Whether anybody needs the files.
    pub(crate) fn is_needed(&self) -> bool {
        self.files.is_some()
    }

    /// Adds a file, by its path in the output directory.
    pub(crate) fn push(&mut self, path: &Path, text: String) {
        self.give(Part { starts: Some(path.to_owned()), text, hashing: Hashing::No });
    }

    /// Adds a file, of which [`Output::hashes`] has the hash.
    pub(crate) fn push_hashed(&mut self, path: &Path, text: String) {
        self.give(Part { starts: Some(path.to_owned()), text, hashing: Hashing::Due });
    }

    /// The SHA-256 of each file that was added by [`Output::push_hashed`] since this was asked last, in order; none where no files
    /// are written.
    pub(crate) fn hashes(&mut self) -> Vec<[u8; 32]> {
        let Some(files) = &mut self.files else { return Vec::new() };
        files.hashes().unwrap_or_else(|stop| {
            self.stop(stop);
            Vec::new()
        })
    }

    /// Adds to the file that was added last.
    pub(crate) fn push_more(&mut self, text: String) {
        self.give(Part { starts: None, text, hashing: Hashing::No });
    }

    fn give(&mut self, part: Part) {
        let Some(files) = &mut self.files else { return };
        if let Err(stop) = files.write(part) {
            self.stop(stop);
        }
    }

    fn stop(&mut self, stop: Stop) {
        self.files = None;
        self.stop = Some(stop);
    }

    /// Puts the assembly in its place. Whatever failed before is told here.
    pub(crate) fn finish(mut self, assets: &OrderedMap<String, FileAsset>) -> Result<(), Unfinished> {
        let replaced = match &mut self.files {
            Some(files) => files.finish().and_then(|writer| match writer {
                Some(mut writer) => write::replace(&mut writer, assets),
                None => Ok(()),
            }),
            None => Ok(()),
        };
        match self.stop.or(replaced.err()) {
            None => Ok(()),
            Some(Stop::Moved) => Err(Unfinished::Moved),
            Some(Stop::Failed(path, error)) => Err(Unfinished::Failed(Box::new(
                Diagnostic::error("core::output", format!("`{}` cannot be written: {error}", path.display())).help(
                    "the output directory is that of `App::builder().outdir(..)`, else `CDK_OUTDIR`, else `cdk.out`",
                ),
            ))),
        }
    }
}
