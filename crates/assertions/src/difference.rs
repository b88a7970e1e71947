//! How a value differs from a literal that it should be equal to.

use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::pattern::{Kind, Pattern};
use crate::report::{brief, shorten};
use crate::style::{Style, Text};

/// Longer text is shown whole on lines of its own, so that one sees where it differs.
const SHORT: usize = 40;

/// What is expected and found, in a line, and further lines for what does not fit there.
pub(crate) fn of(expected: &Pattern, actual: Option<&Value>) -> (String, Text) {
    if let (Kind::String(expected), Some(Value::String(actual))) = (&expected.kind, actual) {
        if expected.contains('\n') || actual.contains('\n') {
            return ("expected other lines".to_owned(), lines(expected, actual));
        }
        if expected.len().max(actual.len()) > SHORT {
            return ("expected other text".to_owned(), texts(expected, actual));
        }
    }
    let found = actual.map_or_else(|| "nothing".to_owned(), brief);
    (format!("expected {}, found {found}", shorten(expected)), Text::default())
}

/// Two texts below each other, and where they begin to differ.
fn texts(expected: &str, actual: &str) -> Text {
    let same = expected.chars().zip(actual.chars()).take_while(|(one, other)| one == other).count();
    let mut text = Text::default();
    text.push(Style::Plain, "expected ");
    text.line(Style::Good, expected);
    text.push(Style::Plain, "found    ");
    text.line(Style::Bad, actual);
    text.push(Style::Plain, " ".repeat("expected ".len() + same));
    text.line(Style::Bad, "^ differs from here");
    text
}

/// The lines of two texts: what is expected behind `-`, what was found behind `+`, and some of what they share.
pub(crate) fn lines(expected: &str, actual: &str) -> Text {
    let diff = TextDiff::from_lines(expected, actual);
    let mut text = Text::default();
    for (index, group) in diff.grouped_ops(3).iter().enumerate() {
        if index > 0 {
            text.line(Style::Plain, "  …");
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let line = change.value().trim_end_matches(['\n', '\r']);
            match change.tag() {
                ChangeTag::Equal => text.line(Style::Plain, format!("  {line}")),
                ChangeTag::Delete => text.line(Style::Good, format!("- {line}")),
                ChangeTag::Insert => text.line(Style::Bad, format!("+ {line}")),
            }
        }
    }
    text
}
