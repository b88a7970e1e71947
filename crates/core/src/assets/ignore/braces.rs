//! Brace expansion: `a{b,c}` is `ab` and `ac`, `{1..3}` counts, as the npm package `brace-expansion` 5 does it.

use super::git::is_line_end;

/// Limits that keep a small pattern from becoming a large list. The package has some, too, ten times higher and more,
/// and drops what is above them; no pattern of use comes near either.
const MAX_RESULTS: usize = 10_000;
const MAX_LENGTH: usize = 400_000;
/// What is nested deeper is literal: each level is one of recursion.
const MAX_DEPTH: usize = 100;
/// How often `{a},b}` may be read again.
const MAX_REWRITES: usize = 1_000;

/// What stands for an escaped character while braces are expanded: code points that no text has.
const ESCAPED: [(char, char); 5] =
    [('\\', '\u{FDD0}'), ('{', '\u{FDD1}'), ('}', '\u{FDD2}'), (',', '\u{FDD3}'), ('.', '\u{FDD4}')];
const ESCAPED_CLOSE: char = '\u{FDD2}';

/// The patterns that a pattern stands for. Where braces are expanded, backslashes before braces, commas, full stops
/// and backslashes are gone afterwards. `None` if there are too many.
pub(super) fn expand(pattern: &str) -> Option<Vec<String>> {
    if !has_braces(pattern) {
        return Some(vec![pattern.to_owned()]);
    }
    // Bash's rule: empty braces at the start are literal.
    let escaped = match pattern.strip_prefix("{}") {
        Some(rest) => escape(&format!(r"\{{\}}{rest}")),
        None => escape(pattern),
    };
    Some(expand_level(escaped, 0, true)?.iter().map(|each| unescape(each)).collect())
}

/// Whether a brace is closed without another one opening between.
fn has_braces(pattern: &str) -> bool {
    let mut open = false;
    for c in pattern.chars() {
        match c {
            '{' => open = true,
            '}' if open => return true,
            c if is_line_end(c) => open = false,
            _ => {}
        }
    }
    false
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let stand_in = chars.peek().and_then(|next| ESCAPED.iter().find(|(escaped, _)| escaped == next));
        match stand_in {
            Some((_, stand_in)) if c == '\\' => {
                chars.next();
                out.push(*stand_in);
            }
            _ => out.push(c),
        }
    }
    out
}

fn unescape(text: &str) -> String {
    let original = |c| ESCAPED.iter().find(|(_, stand_in)| *stand_in == c).map_or(c, |(escaped, _)| *escaped);
    text.chars().map(original).collect()
}

/// Expands all groups of a text. `top` says whether empty results are dropped, which only the outermost level does.
fn expand_level(mut text: String, depth: usize, mut top: bool) -> Option<Vec<String>> {
    if depth > MAX_DEPTH {
        return Some(vec![text]);
    }
    let nothing = [String::new()];
    let mut results = vec![String::new()];
    let mut rewrites = 0;
    let mut first_group = true;
    let mut drop_empty = false;
    loop {
        let Some((before, body, after)) = balanced(&text) else {
            return append(&results, &text, &nothing, drop_empty);
        };
        let sequence = Sequence::parse(body);
        let last = after.is_empty();
        results = if before.ends_with('$') {
            first_group = false;
            append(&results, &format!("{before}{{{body}}}"), &nothing, drop_empty && last)?
        } else if sequence.is_none() && !body.contains(',') {
            // Bash's quirk: in `{a},b}` the first closing brace is literal.
            if rewrites == MAX_REWRITES || !closes_a_list(after) {
                return append(&results, &text, &nothing, drop_empty);
            }
            rewrites += 1;
            text = format!("{before}{{{body}{ESCAPED_CLOSE}{after}");
            top = true;
            continue;
        } else {
            if first_group {
                drop_empty = top && sequence.is_none();
                first_group = false;
            }
            let values = sequence.map_or_else(|| expand_list(body, depth), |sequence| sequence.values())?;
            append(&results, before, &values, drop_empty && last)?
        };
        if last {
            return Some(results);
        }
        text = after.to_owned();
    }
}

/// The expansions of a list's items. A list of one item is that item's expansions in braces, each of which is expanded
/// again if there are several: `{{a,b}}` is `{a}` and `{b}`.
fn expand_list(body: &str, depth: usize) -> Option<Vec<String>> {
    let mut items = split_list(body);
    if let [only] = &items[..] {
        let expanded = expand_level(only.clone(), depth + 1, false)?;
        items = expanded.iter().map(|item| format!("{{{item}}}")).collect();
        if items.len() == 1 {
            return Some(items);
        }
    }
    let mut values = Vec::new();
    for item in items {
        values.extend(expand_level(item, depth + 1, false)?);
        if values.len() > MAX_RESULTS {
            return None;
        }
    }
    Some(values)
}

/// Appends a text and each of the values to each result; `None` if that is too much.
fn append(results: &[String], text: &str, values: &[String], drop_empty: bool) -> Option<Vec<String>> {
    let mut appended = Vec::new();
    let mut length = 0;
    for (result, value) in results.iter().flat_map(|result| values.iter().map(move |value| (result, value))) {
        let next = format!("{result}{text}{value}");
        if drop_empty && next.is_empty() {
            continue;
        }
        length += next.len();
        if appended.len() == MAX_RESULTS || length > MAX_LENGTH {
            return None;
        }
        appended.push(next);
    }
    Some(appended)
}

/// Splits at the commas that are outside of inner braces.
fn split_list(body: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut carried = String::new();
    let mut rest = body;
    loop {
        let group = balanced(rest);
        let (before, _, after) = group.unwrap_or((rest, "", ""));
        let mut parts = before.split(',');
        carried.push_str(parts.next().unwrap_or_default());
        for part in parts {
            items.push(std::mem::replace(&mut carried, part.to_owned()));
        }
        if let Some((_, inner, _)) = group {
            carried.push_str(&format!("{{{inner}}}"));
        }
        if after.is_empty() {
            items.push(carried);
            return items;
        }
        rest = after;
    }
}

/// Whether there is a comma before a closing brace, not followed by another comma.
fn closes_a_list(after: &str) -> bool {
    after.split(is_line_end).any(|line| {
        let close = line.rfind('}').unwrap_or(0);
        line.match_indices(',').any(|(comma, _)| comma < close && !line[comma + 1..].starts_with(','))
    })
}

/// The first group: what is before its braces, in them and after them. Braces that are never closed are skipped; if
/// none is closed by its own, it is the outermost pair.
fn balanced(text: &str) -> Option<(&str, &str, &str)> {
    let mut open = text.find('{');
    let mut close = find_from(text, '}', open? + 1);
    let mut opened: Vec<usize> = Vec::new();
    let mut outermost: Option<(usize, usize)> = None;
    let mut found = None;
    while found.is_none() {
        match (open, close) {
            (Some(at), Some(end)) if at < end => {
                opened.push(at);
                open = find_from(text, '{', at + 1);
            }
            (_, Some(end)) => {
                let start = opened.pop()?;
                if opened.is_empty() {
                    found = Some((start, end));
                } else {
                    if outermost.is_none_or(|(left, _)| start < left) {
                        outermost = Some((start, end));
                    }
                    close = find_from(text, '}', end + 1);
                }
            }
            (_, None) => break,
        }
    }
    let (start, end) = found.or(outermost)?;
    Some((&text[..start], &text[start + 1..end], &text[end + 1..]))
}

fn find_from(text: &str, c: char, from: usize) -> Option<usize> {
    text.get(from..)?.find(c).map(|at| from + at)
}

/// `1..5`, `a..e`, either with a step as third part.
struct Sequence<'a> {
    from: &'a str,
    to: &'a str,
    step: Option<&'a str>,
    letters: bool,
}

impl<'a> Sequence<'a> {
    fn parse(body: &'a str) -> Option<Self> {
        let mut parts = body.split("..");
        let (from, to, step) = (parts.next()?, parts.next()?, parts.next());
        if parts.next().is_some() || !step.is_none_or(is_integer) {
            return None;
        }
        let is_letter = |part: &str| part.len() == 1 && part.starts_with(|c: char| c.is_ascii_alphabetic());
        let letters = is_letter(from) && is_letter(to);
        (letters || is_integer(from) && is_integer(to)).then_some(Self { from, to, step, letters })
    }

    /// `None` if there are too many.
    fn values(&self) -> Option<Vec<String>> {
        let bound = |part: &str| match part.chars().next() {
            Some(letter) if self.letters => i64::from(u32::from(letter)),
            _ => integer(part),
        };
        let (from, to) = (bound(self.from), bound(self.to));
        let step = self.step.map_or(1, |step| integer(step).saturating_abs().max(1));
        let width = self.from.len().max(self.to.len());
        let padded = [Some(self.from), Some(self.to), self.step].into_iter().flatten().any(is_padded);
        let mut values = Vec::new();
        let mut length = 0;
        let mut next = Some(from);
        while let Some(n) = next.filter(|n| if from <= to { *n <= to } else { *n >= to }) {
            let value = match u8::try_from(n) {
                Ok(letter) if self.letters => String::from(char::from(letter)).replace('\\', ""),
                _ if padded => format!("{n:0width$}"),
                _ => n.to_string(),
            };
            length += value.len();
            if values.len() == MAX_RESULTS || length > MAX_LENGTH {
                return None;
            }
            values.push(value);
            next = if from <= to { n.checked_add(step) } else { n.checked_sub(step) };
        }
        Some(values)
    }
}

fn is_integer(part: &str) -> bool {
    let digits = part.strip_prefix('-').unwrap_or(part);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// An integer, or the nearest that there is.
fn integer(part: &str) -> i64 {
    part.parse().unwrap_or(if part.starts_with('-') { i64::MIN } else { i64::MAX })
}

/// Whether a number is written with a leading zero.
fn is_padded(part: &str) -> bool {
    let digits = part.strip_prefix('-').unwrap_or(part);
    digits.len() > 1 && digits.starts_with('0')
}
