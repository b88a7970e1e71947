//! Bracket expressions of shell patterns, such as `[a-z]`, `[!a]` and `[[:alpha:]]`.

use super::extglob::{Source, push_literal};

/// What matches nothing, for bracket expressions that contain nothing valid: with them, the rest is dropped.
const NOTHING: &str = "$.";

/// POSIX classes as properties, and whether the class is their complement.
const POSIX_CLASSES: [(&str, &str, bool); 14] = [
    ("[:alnum:]", r"\p{L}\p{Nl}\p{Nd}", false),
    ("[:alpha:]", r"\p{L}\p{Nl}", false),
    ("[:ascii:]", r"\x00-\x7f", false),
    ("[:blank:]", r"\p{Zs}\t", false),
    ("[:cntrl:]", r"\p{Cc}", false),
    ("[:digit:]", r"\p{Nd}", false),
    ("[:graph:]", r"\p{Z}\p{C}", true),
    ("[:lower:]", r"\p{Ll}", false),
    // In the package, this is what does not print.
    ("[:print:]", r"\p{C}", false),
    ("[:punct:]", r"\p{P}", false),
    ("[:space:]", r"\p{Z}\t\r\n\v\f", false),
    ("[:upper:]", r"\p{Lu}", false),
    ("[:word:]", r"\p{L}\p{Nl}\p{Nd}\p{Pc}", false),
    ("[:xdigit:]", "A-Fa-f0-9", false),
];

/// The expression for a bracket expression whose inside starts at `start`, and the index after it; `None` if it is
/// never closed.
pub(super) fn bracket_source(chars: &[char], start: usize) -> Option<(Source, usize)> {
    let nothing = || {
        let source = Source { text: NOTHING.to_owned(), magic: true, unicode: false };
        Some((source, chars.len()))
    };
    let negated = matches!(chars.get(start), Some('!' | '^'));
    let mut at = start + usize::from(negated);
    let first = at;
    let mut ranges: Vec<String> = Vec::new();
    let mut complements = String::new();
    let mut unicode = false;
    let mut escaping = false;
    let mut range_start: Option<char> = None;
    loop {
        let c = *chars.get(at)?;
        if c == ']' && at > first && !escaping {
            break;
        }
        if c == '\\' && !escaping {
            escaping = true;
            at += 1;
            continue;
        }
        let posix = POSIX_CLASSES.iter().find(|(name, ..)| !escaping && starts_with(chars, at, name));
        if let Some((name, properties, complement)) = posix {
            if range_start.is_some() {
                return nothing();
            }
            at += name.len();
            unicode |= properties.starts_with(r"\p");
            if *complement {
                complements.push_str(properties)
            } else {
                ranges.push((*properties).to_owned())
            }
            continue;
        }
        escaping = false;
        if let Some(low) = range_start.take() {
            if c > low {
                ranges.push(format!("{}-{}", bracket_literal(low), bracket_literal(c)));
            } else if c == low {
                ranges.push(bracket_literal(c));
            }
            at += 1;
        } else if starts_with(chars, at + 1, "-]") {
            ranges.push(bracket_literal(c) + r"\-");
            at += 2;
        } else if starts_with(chars, at + 1, "-") {
            range_start = Some(c);
            at += 2;
        } else {
            ranges.push(bracket_literal(c));
            at += 1;
        }
    }
    let end = at + 1;
    if ranges.is_empty() && complements.is_empty() {
        return nothing();
    }
    if let ([only], true) = (&ranges[..], complements.is_empty() && !negated) {
        // One character in brackets is that character.
        let inside: Vec<char> = only.chars().collect();
        if let [c] | ['\\', c] = &inside[..] {
            let mut text = String::new();
            push_literal(&mut text, *c);
            return Some((Source { text, magic: false, unicode: false }, end));
        }
    }
    let (sign, other_sign) = if negated { ("^", "") } else { ("", "^") };
    let positive = format!("[{sign}{}]", ranges.concat());
    let negative = format!("[{other_sign}{complements}]");
    let text = match (ranges.is_empty(), complements.is_empty()) {
        (false, false) => format!("({positive}|{negative})"),
        (false, true) => positive,
        (true, _) => negative,
    };
    Some((Source { text, magic: true, unicode }, end))
}

fn starts_with(chars: &[char], at: usize, text: &str) -> bool {
    text.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c))
}

fn bracket_literal(c: char) -> String {
    if "[]\\-".contains(c) { format!("\\{c}") } else { c.to_string() }
}
