//! Printing a value with marks where it differs from a pattern.

use std::fmt::{self, Display, Write};

use serde_json::Value;

use crate::mismatch::{Failure, Mismatch};
use crate::style::{Style, Text};

/// Values inside a line are cut after so many characters.
const BRIEF: usize = 80;

/// No mark is longer.
const WIDEST_MARK: usize = 60;

/// Of elements in a row that do not differ, so many are shown.
const SHOWN_IN_A_ROW: usize = 3;

/// A value in one line, cut if it is long.
pub(crate) fn brief(value: &Value) -> String {
    shorten(&Inline(value))
}

/// Something in one line, cut if it is long.
pub(crate) fn shorten(what: &dyn Display) -> String {
    let mut start = Start { text: String::new(), left: BRIEF };
    match write!(start, "{what}") {
        Ok(()) => start.text,
        Err(_) => start.text + "…",
    }
}

/// The start of a text; writing fails where it ends, so that the rest of something large is not even made.
struct Start {
    text: String,
    left: usize,
}

impl Write for Start {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(character);
        }
        Ok(())
    }
}

/// A value as patterns are printed.
struct Inline<'a>(&'a Value);

impl Display for Inline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Array(items) => write_list(f, items.iter().map(Inline)),
            Value::Object(entries) => write_object(f, entries.iter().map(|(key, value)| (key.as_str(), Inline(value)))),
            scalar => write!(f, "{scalar}"),
        }
    }
}

/// A list in one line.
pub(crate) fn write_list(f: &mut fmt::Formatter<'_>, items: impl Iterator<Item = impl Display>) -> fmt::Result {
    f.write_str("[")?;
    for (index, item) in items.enumerate() {
        write!(f, "{}{item}", if index > 0 { ", " } else { "" })?;
    }
    f.write_str("]")
}

/// An object in one line.
pub(crate) fn write_object<'a>(
    f: &mut fmt::Formatter<'_>,
    entries: impl Iterator<Item = (&'a str, impl Display)>,
) -> fmt::Result {
    f.write_str("{")?;
    let mut is_empty = true;
    for (key, value) in entries {
        write!(f, "{} {}: {value}", if is_empty { "" } else { "," }, Value::from(key))?;
        is_empty = false;
    }
    f.write_str(if is_empty { "}" } else { " }" })
}

/// `1 difference`, `2 differences`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A value, with marks where it differs.
pub(crate) fn render(value: Option<&Value>, mismatch: &Mismatch) -> Text {
    let mut printer = Printer { out: Text::default() };
    printer.value(Place { indent: 0, label: "", comma: "" }, value, mismatch, &[]);
    printer.out
}

/// Where a value is printed.
#[derive(Clone, Copy)]
struct Place<'a> {
    indent: usize,
    /// The key and a colon, or nothing.
    label: &'a str,
    comma: &'a str,
}

struct Printer {
    out: Text,
}

impl Printer {
    /// Prints a value that differs; `outer` is what its list or object says of it.
    fn value(&mut self, place: Place<'_>, value: Option<&Value>, mismatch: &Mismatch, outer: &[&Failure]) {
        let here: Vec<&Failure> =
            outer.iter().copied().chain(mismatch.failures.iter().filter(|failure| failure.at.is_none())).collect();
        let differs_inside = here.len() - outer.len() < mismatch.failures.len() || !mismatch.inner.is_empty();
        let label =
            if mismatch.decoded.is_some() { format!("{}JSON as text ", place.label) } else { place.label.to_owned() };
        match mismatch.decoded.as_ref().or(value) {
            Some(Value::Object(entries)) if differs_inside => {
                self.line(place.indent, format!("{label}{{"), "", &here);
                let mut left = entries.len();
                for (key, value) in entries {
                    left -= 1;
                    let label = format!("{}: ", Value::from(key.as_str()));
                    let comma = if left > 0 { "," } else { "" };
                    self.child(Place { indent: place.indent + 2, label: &label, comma }, mismatch, key, value);
                }
                self.beyond(place, mismatch, |key| entries.contains_key(key));
                self.line(place.indent, "}".to_owned(), place.comma, &[]);
            }
            Some(Value::Array(items)) if differs_inside => {
                self.line(place.indent, format!("{label}["), "", &here);
                self.elements(place, mismatch, items);
                self.beyond(place, mismatch, |key| key.parse().is_ok_and(|index: usize| index < items.len()));
                self.line(place.indent, "]".to_owned(), place.comma, &[]);
            }
            other => {
                let value = other.map_or_else(|| "nothing".to_owned(), brief);
                self.line(place.indent, format!("{label}{value}"), place.comma, &here);
            }
        }
    }

    fn elements(&mut self, place: Place<'_>, mismatch: &Mismatch, items: &[Value]) {
        let indent = place.indent + 2;
        let differs = |index: usize| {
            let key = index.to_string();
            mismatch.inner.contains_key(&key) || mismatch.failures.iter().any(|one| one.at.as_ref() == Some(&key))
        };
        let mut index = 0;
        while let Some(value) = items.get(index) {
            let same = (index..items.len()).take_while(|index| !differs(*index)).count();
            if same > SHOWN_IN_A_ROW {
                self.line(indent, format!("… {same} more"), "", &[]);
                index += same;
                continue;
            }
            let comma = if index + 1 < items.len() { "," } else { "" };
            self.child(Place { indent, label: "", comma }, mismatch, &index.to_string(), value);
            index += 1;
        }
    }

    /// Prints what stands below a key or index, which may or may not differ.
    fn child(&mut self, place: Place<'_>, parent: &Mismatch, key: &str, value: &Value) {
        let outer: Vec<&Failure> = parent.failures.iter().filter(|one| one.at.as_deref() == Some(key)).collect();
        match parent.inner.get(key) {
            Some(inner) => self.value(place, Some(value), inner, &outer),
            None => self.line(place.indent, format!("{}{}", place.label, brief(value)), place.comma, &outer),
        }
    }

    /// Prints what was found of keys and indexes that are not there.
    fn beyond(&mut self, place: Place<'_>, mismatch: &Mismatch, exists: impl Fn(&str) -> bool) {
        for failure in &mismatch.failures {
            if failure.at.as_deref().is_some_and(|key| !exists(key)) {
                self.out.push(Style::Plain, " ".repeat(place.indent + 2));
                self.out.line(Style::Bad, format!("! {}", failure.message));
                self.out.indented(&failure.details, place.indent + 4);
            }
        }
    }

    /// Prints a line, and below it a mark for each failure.
    fn line(&mut self, indent: usize, text: String, comma: &str, failures: &[&Failure]) {
        let mark = "^".repeat(text.chars().count().clamp(1, WIDEST_MARK));
        self.out.push(Style::Plain, " ".repeat(indent));
        self.out.line(Style::Plain, text + comma);
        for failure in failures {
            let style = if failure.is_note { Style::Good } else { Style::Bad };
            self.out.push(Style::Plain, " ".repeat(indent));
            self.out.line(style, format!("{mark} {}", failure.message));
            self.out.indented(&failure.details, indent + 2);
        }
    }
}
