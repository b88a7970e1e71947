//! The patterns of `.gitignore`, as the npm package `ignore` 5.3 reads them.

use super::InvalidPattern;
use crate::js_regex::{Flags, JsRegex};

/// Rules in order; the last one that matches decides.
#[derive(Debug)]
pub(crate) struct GitIgnore {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    negated: bool,
    regex: JsRegex,
}

impl GitIgnore {
    pub(super) fn new(patterns: &[String]) -> Result<Self, InvalidPattern> {
        let rules = patterns.iter().filter(|pattern| is_rule(pattern)).map(|pattern| {
            let (negated, rest) = match pattern.strip_prefix('!') {
                Some(rest) => (true, rest),
                None => (false, pattern.as_str()),
            };
            // A leading backslash lets a name start with what would have a meaning there.
            let rest = match rest.strip_prefix('\\') {
                Some(escaped) if escaped.starts_with(['!', '#']) => escaped,
                _ => rest,
            };
            let flags = Flags { ignore_case: true, ..Flags::default() };
            let regex = JsRegex::new(&regex_source(rest), flags).ok_or_else(|| InvalidPattern(pattern.clone()))?;
            Ok(Rule { negated, regex })
        });
        Ok(Self { rules: rules.collect::<Result<_, _>>()? })
    }

    /// A path that ends in a slash is a directory's. What is in an excluded directory cannot be included again.
    pub(super) fn ignores(&self, path: &str) -> bool {
        let parents = path.match_indices('/').map(|(slash, _)| path.get(..=slash).unwrap_or(path));
        parents.chain([path]).any(|path| {
            let last = self.rules.iter().rev().find(|rule| rule.regex.is_match(path));
            last.is_some_and(|rule| !rule.negated)
        })
    }
}

/// Blank lines and comments are no rules, nor is what ends in a backslash that escapes nothing.
fn is_rule(pattern: &str) -> bool {
    let backslashes = pattern.chars().rev().take_while(|c| *c == '\\').count();
    !pattern.chars().all(is_space) && backslashes != 1 && !pattern.starts_with('#')
}

/// JavaScript's `\s`.
pub(super) fn is_space(c: char) -> bool {
    c == '\u{FEFF}' || c.is_whitespace() && c != '\u{85}'
}

/// The regular expression for a pattern, made by the package's rewritings in their order: some of a later one's
/// effects on what an earlier one wrote are part of what patterns mean.
fn regex_source(pattern: &str) -> String {
    let mut source = pattern.strip_prefix('\u{FEFF}').unwrap_or(pattern).to_owned();
    source = trim_end(&source);
    source = unescape_spaces(&source);
    source = escape_specials(&source);
    source = source.replace('?', "[^/]");
    if source.starts_with('/') {
        source.replace_range(..1, "^");
    }
    source = source.replace('/', r"\/");
    source = leading_globstar(&source);
    source = anchor(&source, pattern);
    source = inner_globstars(&source);
    source = inner_stars(&source);
    source = unescape_specials(&source);
    source = source.replace(r"\\", r"\");
    source = ranges(&source);
    end(source)
}

/// Drops white space at the end, but for one that a backslash escapes.
fn trim_end(source: &str) -> String {
    let trimmed = source.trim_end_matches(is_space);
    let backslashes = trailing_backslashes(trimmed);
    if trimmed.len() == source.len() || backslashes.is_multiple_of(2) {
        return trimmed.to_owned();
    }
    let kept = trimmed.get(..trimmed.len() - 1).unwrap_or_default();
    format!("{kept} ")
}

fn trailing_backslashes(source: &str) -> usize {
    source.len() - source.trim_end_matches('\\').len()
}

/// White space after backslashes becomes a space, without the one that escapes it.
fn unescape_spaces(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        let backslashes = trailing_backslashes(&out);
        if is_space(c) && backslashes > 0 {
            if backslashes % 2 == 1 {
                out.pop();
            }
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    out
}

fn escape_specials(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        if "\\$.|*+(){^".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `**/` at the start: in any directory.
fn leading_globstar(source: &str) -> String {
    match source.trim_start_matches('^').strip_prefix(r"\*\*\/") {
        Some(rest) => format!(r"^(?:.*\/)?{rest}"),
        None => source.to_owned(),
    }
}

/// A pattern with a slash that is not its last character starts at the root, any other with any name.
fn anchor(source: &str, pattern: &str) -> String {
    if source.is_empty() || source.starts_with('^') {
        return source.to_owned();
    }
    let last = pattern.len().saturating_sub(1);
    if pattern.find('/').is_some_and(|slash| slash < last) {
        format!("^{source}")
    } else {
        format!(r"(?:^|\/){source}")
    }
}

/// `/**/` stands for any directories, `/**` at the end for all that is inside.
fn inner_globstars(source: &str) -> String {
    const GLOBSTAR: &str = r"\/\*\*";
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(GLOBSTAR) {
        out.push_str(before);
        out.push_str(if after.is_empty() {
            r"\/.+"
        } else if after.starts_with(r"\/") {
            r"(?:\/[^\/]+)*"
        } else {
            GLOBSTAR
        });
        rest = after;
    }
    out + rest
}

/// Stars become one wildcard each row, but for a last one, and for what is escaped.
fn inner_stars(source: &str) -> String {
    const STAR: &str = r"\*";
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(STAR) {
        out.push_str(before);
        rest = after;
        // After a backslash, this one is the end of an escape.
        let starts_row = !before.ends_with('\\');
        let mut after_row = rest.trim_start_matches(STAR);
        if after_row.chars().next().is_none_or(is_line_end) && after_row.len() < rest.len() {
            let last_star = rest.len() - after_row.len() - STAR.len();
            after_row = rest.get(last_star..).unwrap_or_default();
        }
        if starts_row && after_row.chars().next().is_some_and(|c| !is_line_end(c)) {
            out.push_str(r"[^\/]*");
            rest = after_row;
        } else {
            out.push_str(STAR);
        }
    }
    out + rest
}

pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// What the pattern itself escaped was escaped once more: takes that back.
fn unescape_specials(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        if "$.|*+(){^".contains(c) && out.ends_with(r"\\\") {
            out.truncate(out.len() - 2);
        }
        out.push(c);
    }
    out
}

/// Bracket expressions: one that is out of order loses its ranges, one that is not closed matches nothing.
fn ranges(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        out.push('[');
        rest = after;
        let stop = rest.find([']', '/']).unwrap_or(rest.len());
        let (body, tail) = rest.split_at(stop);
        if tail.starts_with('/') {
            continue;
        }
        let escapes = trailing_backslashes(body);
        let range = body.trim_end_matches('\\');
        let closed = tail.starts_with(']');
        let end_escape = body.get(range.len()..).unwrap_or_default();
        if before.ends_with('\\') {
            out.push_str(range);
            out.push_str(end_escape.get(escapes % 2..).unwrap_or_default());
            out.push_str(if closed { "]" } else { "" });
        } else if closed && escapes.is_multiple_of(2) {
            out.push_str(&ordered(range));
            out.push_str(end_escape);
            out.push(']');
        } else {
            out.push(']');
        }
        rest = tail.strip_prefix(']').unwrap_or_default();
    }
    out + rest
}

/// The inside of a bracket expression without ranges from a higher to a lower character.
fn ordered(range: &str) -> String {
    let chars: Vec<char> = range.chars().collect();
    let mut out = String::with_capacity(range.len());
    let mut rest = &chars[..];
    loop {
        rest = match rest {
            [low @ '0'..='z', '-', high @ '0'..='z', after @ ..] => {
                if low <= high {
                    out.extend([*low, '-', *high]);
                }
                after
            }
            [first, after @ ..] => {
                out.push(*first);
                after
            }
            [] => return out,
        };
    }
}

/// A name must end where the pattern does, or be a directory there.
fn end(mut source: String) -> String {
    if source.ends_with('/') {
        source.push('$');
    } else if !source.is_empty() && !source.ends_with('*') {
        source.push_str(r"(?=$|\/$)");
    }
    if let Some(before) = source.strip_suffix(r"\*") {
        // Alone in its directory, a star stands for at least one character.
        let wildcard = if before.ends_with('^') || before.ends_with(r"\/") { "[^/]+" } else { "[^/]*" };
        source = format!(r"{before}{wildcard}(?=$|\/$)");
    }
    source
}
