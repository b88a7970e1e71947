//! The patterns of `.dockerignore`, as the npm package `@balena/dockerignore` 1.0 reads them.

use super::InvalidPattern;
use crate::js_regex::{Flags, JsRegex};

/// Rules in order; the last one that matches decides.
#[derive(Debug)]
pub(crate) struct DockerIgnore {
    rules: Vec<Rule>,
    /// The rules, and for each that includes a file again, one for each directory above it: what those let through
    /// must be entered.
    complete_rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    negated: bool,
    regex: JsRegex,
    /// The parts of the pattern between slashes.
    depth: usize,
    /// How many of these are `**`.
    globstars: usize,
}

impl DockerIgnore {
    pub(super) fn new(patterns: &[String]) -> Result<Self, InvalidPattern> {
        let mut rules = Vec::new();
        let mut complete_rules = Vec::new();
        for pattern in patterns {
            for line in pattern.split('\n') {
                let rule = Rule::parse(line.strip_suffix('\r').unwrap_or(line))?;
                rules.extend(rule.clone());
                complete_rules.extend(rule);
            }
            // Half of a bracket expression may be left, which is no expression; the pattern itself is one.
            let directories = directories_to_enter(pattern).into_iter();
            complete_rules.extend(directories.flat_map(|directory| Rule::parse(&directory).ok().flatten()));
        }
        Ok(Self { rules, complete_rules })
    }

    pub(super) fn ignores(&self, path: &str) -> bool {
        ignored_by(&self.rules, path)
    }

    pub(super) fn completely_ignores(&self, path: &str) -> bool {
        self.ignores(path) && ignored_by(&self.complete_rules, path)
    }
}

fn ignored_by(rules: &[Rule], path: &str) -> bool {
    rules.iter().rev().find(|rule| rule.matches(path)).is_some_and(|rule| !rule.negated)
}

impl Rule {
    /// `None` for a line that is no rule.
    fn parse(line: &str) -> Result<Option<Self>, InvalidPattern> {
        let trimmed = trim(line);
        if line.starts_with('#') || trimmed.is_empty() {
            return Ok(None);
        }
        let (sign, rest) = match trimmed.strip_prefix('!') {
            Some(rest) => ("!", trim(rest)),
            None => ("", trimmed),
        };
        let mut path = if rest.is_empty() { String::new() } else { clean(rest) };
        if path.len() > 1 && path.starts_with('/') {
            path.remove(0);
        }
        let line = format!("{sign}{path}");
        let line = trim(&line);
        if line.is_empty() || line == "!" {
            return Ok(None);
        }
        let cleaned = clean(line);
        let (negated, pattern) = match cleaned.strip_prefix('!') {
            Some("") => return Ok(None),
            Some(rest) => (true, rest),
            None => (false, cleaned.as_str()),
        };
        let flags = Flags { ignore_case: true, ..Flags::default() };
        let regex = JsRegex::new(&regex_source(pattern), flags).ok_or_else(|| InvalidPattern(line.to_owned()))?;
        let parts = pattern.split('/');
        let globstars = parts.clone().filter(|part| *part == "**").count();
        Ok(Some(Self { negated, regex, depth: parts.count(), globstars }))
    }

    /// Whether the rule matches the path or a directory above it.
    fn matches(&self, path: &str) -> bool {
        if self.regex.is_match(path) {
            return true;
        }
        let Some((parent, _)) = path.rsplit_once('/') else { return false };
        let parts: Vec<&str> = parent.split('/').collect();
        let matches_first = |count: usize| self.regex.is_match(&parts.get(..count).unwrap_or(&parts).join("/"));
        if self.globstars > 0 {
            (self.depth - self.globstars..=parts.len()).any(matches_first)
        } else {
            self.depth <= parts.len() && matches_first(self.depth)
        }
    }
}

/// For a pattern that includes a file again, patterns that include the directories above it.
fn directories_to_enter(pattern: &str) -> Vec<String> {
    let start = pattern.trim_start_matches(super::git::is_space);
    let (sign, path) = if let Some(path) = start.strip_prefix('!') {
        ("!", path)
    } else if let Some(path) = start.strip_prefix("/!") {
        ("/!", path)
    } else {
        return Vec::new();
    };
    let mut path = path.split(['\n', '\r', '\u{2028}', '\u{2029}']).next().unwrap_or_default();
    let mut directories = Vec::new();
    loop {
        path = dirname(path);
        if path == "/" || path == "." {
            return directories;
        }
        directories.push(format!("{sign}{path}"));
    }
}

/// Node's `path.dirname`.
fn dirname(path: &str) -> &str {
    let without_slashes = path.trim_end_matches('/');
    match without_slashes.rfind('/') {
        _ if path.is_empty() => ".",
        _ if without_slashes.is_empty() => "/",
        None => ".",
        Some(slash) => match without_slashes.get(..slash) {
            Some("") | None => "/",
            Some(directory) => directory,
        },
    }
}

/// Node's `path.normalize` without a slash at the end, which is Go's `filepath.Clean`.
fn clean(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if absolute => {}
            part => parts.push(part),
        }
    }
    match (absolute, parts.join("/")) {
        (true, path) => format!("/{path}"),
        (false, path) if path.is_empty() => ".".to_owned(),
        (false, path) => path,
    }
}

/// JavaScript's `trim`.
fn trim(text: &str) -> &str {
    text.trim_matches(super::git::is_space)
}

/// The regular expression for a pattern. What has no meaning in a `.dockerignore` but has one in a regular expression
/// keeps the latter, as in the package.
fn regex_source(pattern: &str) -> String {
    let mut source = String::from("^");
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '*' if chars.next_if_eq(&'*').is_some() => {
                chars.next_if_eq(&'/');
                source.push_str(if chars.peek().is_none() { ".*" } else { "(.*/)?" });
            }
            '*' => source.push_str("[^/]*"),
            '?' => source.push_str("[^/]"),
            '.' | '$' => source.extend(['\\', c]),
            // At the end, it escapes the `$` below.
            '\\' => source.extend(Some('\\').into_iter().chain(chars.next())),
            c => source.push(c),
        }
    }
    source + "$"
}
