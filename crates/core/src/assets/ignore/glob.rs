//! Shell patterns, as the npm package `minimatch` 10 reads them with the CDK's options: a pattern without a slash is
//! compared with the last name of a path only, and a leading `!` makes the pattern include.

use super::InvalidPattern;
use super::{braces, extglob};
use crate::js_regex::JsRegex;

/// The package's limit for the length of a pattern, in UTF-16 units.
const MAX_PATTERN_LENGTH: usize = 64 * 1024;
/// The package's limit for the places in one pattern at which a `**` may start over.
const MAX_GLOBSTARS: usize = 200;

/// Patterns in order; the last one that matches decides.
#[derive(Debug)]
pub(crate) struct GlobIgnore {
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
struct Pattern {
    negated: bool,
    /// One for each way to expand the braces.
    alternatives: Vec<Vec<Part>>,
}

/// What is between two slashes of a pattern.
#[derive(Debug)]
pub(super) enum Part {
    /// `**`: any number of names, none of which starts with a dot.
    Globstar,
    Literal(String),
    /// `*`
    Star,
    /// `*.js`: the text after the stars is compared as it is, backslashes included.
    StarThen(String),
    /// `???` or `??.js`: a name as long as the pattern, with the text after the question marks at its end.
    QuestionMarks {
        length: usize,
        end: String,
    },
    /// `*.*`
    StarDotStar,
    /// `.*`
    DotStar,
    Regex(JsRegex),
}

impl GlobIgnore {
    pub(super) fn new(patterns: &[String]) -> Result<Self, InvalidPattern> {
        let patterns = patterns.iter().map(|each| Pattern::new(each).ok_or_else(|| InvalidPattern(each.clone())));
        Ok(Self { patterns: patterns.collect::<Result<_, _>>()? })
    }

    pub(super) fn ignores(&self, path: &str) -> bool {
        let last = self.patterns.iter().rev().find(|pattern| pattern.matches(path));
        last.is_some_and(|pattern| !pattern.negated)
    }
}

/// Whether the path of a stack matches a pattern as `minimatch(path, pattern)` has it: a pattern without a slash is for the
/// whole path, not its last name, and one with a leading `!` is for all paths that it does not match.
pub(crate) fn matches_path_of_stack(pattern: &str, path: &str) -> bool {
    let negated = pattern.bytes().take_while(|byte| *byte == b'!').count() % 2 == 1;
    let Some(pattern) = Pattern::new(pattern) else { return false };
    let names: Vec<&str> = path.split('/').collect();
    pattern.alternatives.iter().any(|parts| matches_path(parts, &names)) != negated
}

impl Pattern {
    fn new(pattern: &str) -> Option<Self> {
        if pattern.encode_utf16().count() > MAX_PATTERN_LENGTH {
            return None;
        }
        let negated = pattern.starts_with('!');
        if pattern.starts_with('#') || pattern.is_empty() {
            return Some(Self { negated, alternatives: Vec::new() });
        }
        let mut expanded = braces::expand(pattern.trim_start_matches('!'))?;
        // Not only neighbours repeat; but a repetition only costs time.
        expanded.dedup();
        let alternatives = expanded.iter().map(|each| split(each).into_iter().map(Part::new).collect());
        Some(Self { negated, alternatives: alternatives.collect::<Option<_>>()? })
    }

    fn matches(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').collect();
        self.alternatives.iter().any(|parts| match (parts.len(), names.last()) {
            (1, Some(name)) => matches_path(parts, &[name]),
            _ => matches_path(parts, &names),
        })
    }
}

/// The parts between slashes, without what `..` takes back and without repeated `**`.
fn split(pattern: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = pattern;
    loop {
        let (part, after) = match rest.split_once('/') {
            Some((part, after)) => (part, Some(after.trim_start_matches('/'))),
            None => (rest, None),
        };
        match (part, parts.last()) {
            ("**", Some(&"**")) => {}
            ("..", Some(last)) if !["", "..", ".", "**"].contains(last) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
        match after {
            Some(after) => rest = after,
            None if parts.is_empty() => return vec![""],
            None => return parts,
        }
    }
}

impl Part {
    fn new(pattern: &str) -> Option<Self> {
        if pattern == "**" {
            return Some(Self::Globstar);
        }
        let part = extglob::compile(pattern)?;
        // The package's shortcuts do not always mean the same as the expression.
        Some(match part {
            Self::Regex(_) => Self::shortcut(pattern).unwrap_or(part),
            part => part,
        })
    }

    fn shortcut(pattern: &str) -> Option<Self> {
        let is_plain = |text: &str| !text.contains(['+', '@', '!', '?', '*', '[', '(']);
        let after_stars = pattern.trim_start_matches('*');
        let after_marks = pattern.trim_start_matches('?');
        let is_stars = |text: &str| !text.is_empty() && text.trim_start_matches('*').is_empty();
        if after_stars.len() < pattern.len() {
            if after_stars.is_empty() {
                return Some(Self::Star);
            }
            if is_plain(after_stars) {
                return Some(Self::StarThen(after_stars.to_owned()));
            }
            return after_stars.strip_prefix('.').filter(|rest| is_stars(rest)).map(|_| Self::StarDotStar);
        }
        if after_marks.len() < pattern.len() && is_plain(after_marks) {
            let length = pattern.encode_utf16().count();
            return Some(Self::QuestionMarks { length, end: after_marks.to_owned() });
        }
        pattern.strip_prefix('.').filter(|rest| is_stars(rest)).map(|_| Self::DotStar)
    }

    fn matches(&self, name: &str) -> bool {
        let hidden = name.starts_with('.');
        match self {
            Self::Globstar => false,
            Self::Literal(text) => text == name,
            Self::Star => !name.is_empty() && !hidden,
            Self::StarThen(end) => !hidden && name.ends_with(end.as_str()),
            Self::QuestionMarks { length, end } => {
                !hidden && name.encode_utf16().count() == *length && name.ends_with(end.as_str())
            }
            Self::StarDotStar => !hidden && name.contains('.'),
            Self::DotStar => hidden && name != "." && name != "..",
            Self::Regex(regex) => regex.is_match(name),
        }
    }
}

/// Whether names match parts, all of them.
fn matches_path(parts: &[Part], names: &[&str]) -> bool {
    let is_globstar = |part: &Part| matches!(part, Part::Globstar);
    let mut sections: Vec<&[Part]> = parts.split(is_globstar).collect();
    // The head stands at the start and the tail at the end; what is between two `**` may be anywhere between.
    let (Some(tail), true) = (sections.pop(), !sections.is_empty()) else { return matches_all(parts, names) };
    let head = sections.remove(0);
    let Some((first, names)) = names.split_at_checked(head.len()) else { return false };
    if !matches_all(head, first) || names.len() < tail.len() {
        return false;
    }
    let (middle, last) = names.split_at(names.len() - tail.len());
    if !matches_all(tail, last) {
        return false;
    }
    if sections.is_empty() {
        let something_matched = !middle.is_empty() || !tail.is_empty();
        return something_matched && !middle.iter().any(|name| name.starts_with('.'));
    }
    // In the package, the bound for a section is set by the lengths of as many sections from the start as follow it,
    // not of those that follow, so that some paths are not matched.
    let end = names.len() - tail.len();
    let bounds = sections.iter().enumerate().map(|(index, section)| {
        let following = sections.len() - 1 - index;
        let reserved: usize = sections.iter().take(following).map(|section| section.len()).sum();
        (*section, end.checked_sub(reserved + section.len()))
    });
    let bounds: Vec<_> = bounds.collect();
    matches_sections(&bounds, names, 0, !tail.is_empty(), 0) == Some(true)
}

/// A section, and the last place where it may start, if there is one.
type Bounded<'a> = (&'a [Part], Option<usize>);

/// Whether the sections occur in this order among the names from `at` on. `None` if trying other places for the
/// sections before is of no use.
fn matches_sections(sections: &[Bounded<'_>], names: &[&str], mut at: usize, tail: bool, depth: usize) -> Option<bool> {
    let Some(((section, last_start), after)) = sections.split_first() else {
        // As in the package, this looks at the tail's names, too.
        let rest = names.get(at..).unwrap_or_default();
        return Some(!rest.iter().any(|name| name.starts_with('.')) && (tail || !rest.is_empty()));
    };
    while last_start.is_some_and(|last_start| at <= last_start) {
        let candidates = names.get(at..at + section.len()).unwrap_or_default();
        if depth < MAX_GLOBSTARS && matches_all(section, candidates) {
            let rest = matches_sections(after, names, at + section.len(), tail, depth + 1);
            if rest != Some(false) {
                return rest;
            }
        }
        if names.get(at).is_some_and(|name| name.starts_with('.')) {
            return Some(false);
        }
        at += 1;
    }
    None
}

fn matches_all(parts: &[Part], names: &[&str]) -> bool {
    parts.len() == names.len() && parts.iter().zip(names).all(|(part, name)| part.matches(name))
}
