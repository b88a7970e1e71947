//! Which files of an asset are left out.
//!
//! Each mode is the CDK's, which hands it to an npm package: minimatch for glob, ignore for git, @balena/dockerignore
//! for docker. All three make regular expressions of patterns, so do these, and [`crate::js_regex`] runs them: what
//! an odd pattern means follows from the expression that it becomes, and a wrong guess would change hashes. The
//! crates that match such patterns (globset, ignore) were weighed and refused: they have the semantics of ripgrep and
//! git, not of these packages, and bring in `regex`, which takes longer to build than all of this crate.

mod braces;
mod docker;
mod extglob;
mod git;
mod glob;

use super::error::AssetError;
use super::options::IgnoreMode;
use docker::DockerIgnore;
use git::GitIgnore;
use glob::GlobIgnore;

/// Patterns that are ready to be compared with paths. A path is relative to the asset's root, with `/` between names.
#[derive(Debug)]
pub(crate) enum IgnoreStrategy {
    Glob(GlobIgnore),
    Git(GitIgnore),
    Docker(DockerIgnore),
}

impl IgnoreStrategy {
    pub(crate) fn new(patterns: &[String], mode: IgnoreMode) -> Result<Self, AssetError> {
        let strategy = match mode {
            IgnoreMode::Glob => GlobIgnore::new(patterns).map(Self::Glob),
            IgnoreMode::Git => GitIgnore::new(patterns).map(Self::Git),
            IgnoreMode::Docker => DockerIgnore::new(patterns).map(Self::Docker),
        };
        strategy.map_err(|InvalidPattern(pattern)| AssetError::InvalidPattern { pattern, mode })
    }

    /// Whether the file or directory at `path` is left out.
    pub(crate) fn ignores(&self, path: &str) -> bool {
        match self {
            Self::Glob(glob) => glob.ignores(path),
            Self::Git(git) => git.ignores(path),
            Self::Docker(docker) => docker.ignores(path),
        }
    }

    /// Whether the directory at `path` is left out with all that is in it.
    pub(crate) fn completely_ignores(&self, path: &str) -> bool {
        match self {
            Self::Glob(glob) => glob.ignores(path),
            Self::Git(git) => git.ignores(&format!("{path}/")),
            Self::Docker(docker) => docker.completely_ignores(path),
        }
    }
}

/// A pattern that becomes no valid regular expression.
#[derive(Debug)]
struct InvalidPattern(String);
