//! Which files belong to an asset, and what else counts in its hash.

use std::fmt;

/// What becomes of symbolic links in an asset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SymlinkFollowMode {
    /// Links stay links. One that leads out of the asset may lead nowhere on another computer.
    Never,
    /// Every link is replaced by the file or directory that it leads to, wherever that is.
    Always,
    /// Links that lead out of the asset are replaced by what they lead to; links within it stay links.
    #[default]
    External,
    /// A link that leads out of the asset is an error; links within it are replaced by what they lead to.
    BlockExternal,
}

impl fmt::Display for SymlinkFollowMode {
    /// The CDK's word for the mode, which also counts in the hash of an asset.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Never => "never",
            Self::Always => "always",
            Self::External => "external",
            Self::BlockExternal => "internal-only",
        })
    }
}

/// How the patterns that exclude files are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IgnoreMode {
    /// Shell patterns. One without a slash is compared with the name of a file in any directory, `**` stands for
    /// any directories, `{a,b}` for alternatives; no wildcard stands for a leading dot. `!` before a pattern
    /// includes again what an earlier one excluded.
    #[default]
    Glob,
    /// The patterns of `.gitignore` (<https://git-scm.com/docs/gitignore>), compared without regard to case.
    Git,
    /// The patterns of `.dockerignore` (<https://docs.docker.com/build/concepts/context/#dockerignore-files>),
    /// compared without regard to case.
    Docker,
}

impl fmt::Display for IgnoreMode {
    /// The CDK's word for the mode, which also counts in the hash of an asset.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Glob => "glob",
            Self::Git => "git",
            Self::Docker => "docker",
        })
    }
}

/// Which files of a directory belong to an asset, and what else its hash depends on.
///
/// ```
/// use aws_cdk_core::{AssetOptions, IgnoreMode, SymlinkFollowMode};
///
/// let options = AssetOptions::new()
///     .exclude(["*.md", "tests/"])
///     .ignore_mode(IgnoreMode::Git)
///     .follow_symlinks(SymlinkFollowMode::Always)
///     .extra_hash("built with rustc 1.88");
/// assert_eq!(options, options.clone());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct AssetOptions {
    pub(crate) exclude: Vec<String>,
    pub(crate) ignore_mode: IgnoreMode,
    pub(crate) follow: SymlinkFollowMode,
    pub(crate) extra_hash: String,
}

impl AssetOptions {
    /// Everything in the directory; links that lead out of it are replaced by what they lead to.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves out what matches one of the patterns, read as [`ignore_mode`](Self::ignore_mode) says. The last
    /// pattern that matches a file decides.
    ///
    /// Default: nothing is left out
    pub fn exclude<P: Into<String>>(mut self, patterns: impl IntoIterator<Item = P>) -> Self {
        self.exclude = patterns.into_iter().map(Into::into).collect();
        self
    }

    /// Sets how the patterns of [`exclude`](Self::exclude) are read.
    ///
    /// Default: [`IgnoreMode::Glob`]
    pub fn ignore_mode(mut self, mode: IgnoreMode) -> Self {
        self.ignore_mode = mode;
        self
    }

    /// Sets what becomes of symbolic links.
    ///
    /// Default: [`SymlinkFollowMode::External`]
    pub fn follow_symlinks(mut self, mode: SymlinkFollowMode) -> Self {
        self.follow = mode;
        self
    }

    /// Sets a text that the hash depends on besides the files, for instance the version of the tool that made them.
    ///
    /// Default: the hash depends on the files only
    pub fn extra_hash(mut self, extra: impl Into<String>) -> Self {
        self.extra_hash = extra.into();
        self
    }
}
