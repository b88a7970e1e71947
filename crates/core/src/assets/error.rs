//! What can be wrong with the files of an asset.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::options::{IgnoreMode, SymlinkFollowMode};

/// Why the files of an asset could not be hashed or copied. Each reason names the path that it is about.
#[derive(Debug)]
#[non_exhaustive]
pub enum AssetError {
    /// There is nothing at the path.
    Missing {
        /// The path, as it was given.
        path: PathBuf,
    },
    /// A directory was expected.
    NotADirectory {
        /// What is no directory.
        path: PathBuf,
    },
    /// What is at the path is neither a file nor a directory: a socket, a pipe or a device.
    Unsupported {
        /// Relative to the asset's root.
        path: PathBuf,
    },
    /// The name of a file is not Unicode, so that it cannot be part of an asset.
    NotUnicode {
        /// The whole path.
        path: PathBuf,
    },
    /// A symbolic link leads out of the asset, which its follow mode forbids.
    ExternalSymlink {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
        /// The mode that forbids it.
        follow: SymlinkFollowMode,
    },
    /// A pattern that excludes files is not valid in its mode.
    InvalidPattern {
        /// The pattern.
        pattern: String,
        /// The mode in which it was read.
        mode: IgnoreMode,
    },
    /// The file system refused to read or to write.
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl AssetError {
    /// Names the path of a failure; one that says that nothing is there becomes [`AssetError::Missing`].
    pub(crate) fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        if source.kind() == io::ErrorKind::NotFound { Self::Missing { path } } else { Self::Io { path, source } }
    }
}

impl fmt::Display for AssetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { path } => write!(f, "cannot find asset at {}", path.display()),
            Self::NotADirectory { path } => write!(f, "{} is not a directory", path.display()),
            Self::Unsupported { path } => {
                write!(f, "{} is neither a file nor a directory", path.display())
            }
            Self::NotUnicode { path } => {
                write!(f, "the name of {} is not valid Unicode", path.display())
            }
            Self::ExternalSymlink { path, target, follow } => write!(
                f,
                "{} is a symbolic link to {}, outside of the asset, which the follow mode `{follow}` forbids",
                path.display(),
                target.display()
            ),
            Self::InvalidPattern { pattern, mode } => {
                write!(f, "`{pattern}` is not a valid pattern of the ignore mode `{mode}`")
            }
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl Error for AssetError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
