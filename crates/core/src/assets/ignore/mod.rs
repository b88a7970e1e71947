//! Which files of an asset are left out.
//!
//! Each mode is the CDK's, which hands it to an npm package: minimatch for glob, ignore for git, @balena/dockerignore
//! for docker. All three make regular expressions of patterns, so do these, and [`crate::js_regex`] runs them: what
//! an odd pattern means follows from the expression that it becomes, and a wrong guess would change hashes. The
//! crates that match such patterns (globset, ignore) were weighed and refused: they have the semantics of ripgrep and
//! git, not of these packages, and a debug build of globset alone takes 6.6 seconds where this crate takes 2.0.

mod braces;
mod bracket;
mod docker;
mod extglob;
mod git;
pub(super) mod glob;

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

#[cfg(test)]
mod tests {
    use super::IgnoreStrategy;
    use crate::assets::IgnoreMode;

    /// What `tests-data/ignore.mjs` recorded with aws-cdk-lib.
    #[test]
    fn recorded_patterns() {
        // Set it to the file of a longer recording.
        let longer = std::env::var("IGNORE_TSV").map(|path| std::fs::read_to_string(path).unwrap());
        let recorded = include_str!("../../../tests-data/ignore.tsv").to_owned();
        for line in longer.unwrap_or(recorded).lines() {
            let [mode, patterns, paths, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let mode = match mode {
                "glob" => IgnoreMode::Glob,
                "git" => IgnoreMode::Git,
                _ => IgnoreMode::Docker,
            };
            let patterns: Vec<String> = serde_json::from_str(patterns).unwrap();
            let paths: Vec<String> = serde_json::from_str(paths).unwrap();
            let results = match IgnoreStrategy::new(&patterns, mode) {
                Ok(strategy) => paths.iter().map(|path| digit(&strategy, path)).collect(),
                Err(_) => "-".to_owned(),
            };
            assert_eq!(results, expected, "{mode} {patterns:?} {paths:?}");
        }
    }

    fn digit(strategy: &IgnoreStrategy, path: &str) -> String {
        (u8::from(strategy.ignores(path)) + 2 * u8::from(strategy.completely_ignores(path))).to_string()
    }

    #[test]
    fn no_pattern_is_slow_or_overflows_the_stack() {
        let deep = |open: &str, close: &str| open.repeat(10_000) + &close.repeat(10_000);
        let patterns = [
            deep("@(", ")"),
            deep("!(", ")"),
            deep("{a,", "}"),
            deep("{", "}"),
            "!(a)".repeat(30),
            "{a,b}".repeat(1_500),
            "**/a/".repeat(5_000),
            "*a".repeat(1_000),
            "a*".repeat(200) + "b",
            "[".repeat(60_000),
        ];
        for mode in [IgnoreMode::Glob, IgnoreMode::Git, IgnoreMode::Docker] {
            for pattern in &patterns {
                if let Ok(strategy) = IgnoreStrategy::new(std::slice::from_ref(pattern), mode) {
                    strategy.ignores(&"a".repeat(300));
                    strategy.completely_ignores(&"a/".repeat(100).replace("/a/a/", "/a/b/"));
                }
            }
        }
    }
}
