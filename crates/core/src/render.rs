//! The one renderer of JSON: prints what JavaScript's `JSON.stringify` prints.

use std::fmt::Write;

use crate::js_number::write_number;
use crate::sorting;
use crate::value::{Json, Key, Object};

/// How JSON is laid out: the spaces for each level, 0 for all in one line, and the level that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    indent: usize,
    level: usize,
}

impl Layout {
    /// The outermost level.
    pub(crate) fn new(indent: usize) -> Self {
        Self { indent, level: 0 }
    }

    /// All in one line.
    pub(crate) const COMPACT: Layout = Layout { indent: 0, level: 0 };

    /// One level further inside.
    pub(crate) fn inner(self) -> Self {
        Self { level: self.level + 1, ..self }
    }

    /// Starts a line, unless all is in one.
    fn line_break(self, out: &mut String) {
        self.separate("", out);
    }

    /// Ends an item with a comma, and starts a line for the next.
    fn comma(self, out: &mut String) {
        self.separate(",", out);
    }

    fn separate(self, comma: &str, out: &mut String) {
        /// A comma, and a line with so many spaces before it as most have.
        const LINE: &str = ",\n                                        ";
        if self.indent == 0 {
            return out.push_str(comma);
        }
        let start = 1 - comma.len();
        let (spaces, there) = (self.indent * self.level, LINE.len() - 2);
        out.push_str(&LINE[start..2 + spaces.min(there)]);
        if spaces > there {
            out.extend(std::iter::repeat_n(' ', spaces - there));
        }
    }
}

/// JSON with `indent` spaces for each level, 0 for all in one line. Tokens print as `null`: resolve them first.
pub(crate) fn render(json: &Json, indent: usize) -> String {
    let mut out = String::new();
    write(&mut out, json, Layout::new(indent));
    out
}

/// JSON in one line.
pub(crate) fn compact(json: &Json) -> String {
    render(json, 0)
}

pub(crate) fn write(out: &mut String, json: &Json, layout: Layout) {
    match json {
        Json::Null | Json::Token(_) => out.push_str("null"),
        Json::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Json::Int(number) => write_int(out, *number),
        Json::Float(number) => write_number(out, *number),
        Json::String(text) => write_string(out, text),
        Json::List(items) => {
            let mut list = Collection::list(out, layout);
            for item in items {
                list.item(out);
                write(out, item, layout.inner());
            }
            list.end(out);
        }
        Json::Object(object) => write_object(out, object, layout),
        Json::Typed(bag) => {
            let mut object = Collection::object(out, layout);
            bag.each(&mut |key, value| {
                object.start(out, key);
                write(out, value, layout.inner());
            });
            object.end(out);
        }
    }
}

fn write_object(out: &mut String, object: &Object, layout: Layout) {
    if !has_array_index(object) {
        return write_entries(out, &mut object.iter(), layout);
    }
    let mut entries: Vec<(&str, &Json)> = object.iter().collect();
    sorting::sort_by_key(&mut entries, |(key, _)| array_index(key).map_or(u64::MAX, u64::from));
    write_entries(out, &mut entries.into_iter(), layout);
}

/// Whether an object has a key that is printed before those that were inserted earlier.
pub(crate) fn has_array_index(object: &Object) -> bool {
    object.entries.keys().any(|key| matches!(key, Key::Text(text) if array_index(text).is_some()))
}

fn write_entries<'a>(out: &mut String, entries: &mut dyn Iterator<Item = (&'a str, &'a Json)>, layout: Layout) {
    let mut object = Collection::object(out, layout);
    for (key, value) in entries {
        object.key(out, key);
        write(out, value, layout.inner());
    }
    object.end(out);
}

/// What an item of a list or an object starts with.
#[derive(Clone, Copy)]
pub(crate) enum Start<'a> {
    /// Nothing: it is an item of a list.
    Item,
    Key(&'a str),
    /// A key of the program, in which nothing is to be escaped.
    Name(&'static str),
    /// A key that a slash stands before.
    Path(&'a str),
}

/// A list or an object that is written one item after the other.
pub(crate) struct Collection {
    layout: Layout,
    close: char,
    is_empty: bool,
}

impl Collection {
    pub(crate) fn list(out: &mut String, layout: Layout) -> Self {
        out.push('[');
        Self { layout, close: ']', is_empty: true }
    }

    pub(crate) fn object(out: &mut String, layout: Layout) -> Self {
        out.push('{');
        Self { layout, close: '}', is_empty: true }
    }

    /// Starts an item, which the caller writes.
    pub(crate) fn item(&mut self, out: &mut String) {
        match std::mem::replace(&mut self.is_empty, false) {
            true => self.layout.inner().line_break(out),
            false => self.layout.inner().comma(out),
        }
    }

    /// Starts an entry, of which the caller writes the value.
    pub(crate) fn key(&mut self, out: &mut String, key: &str) {
        self.start(out, Start::Key(key));
    }

    /// Starts an entry with a key of the program, in which nothing is to be escaped.
    pub(crate) fn name(&mut self, out: &mut String, name: &'static str) {
        self.start(out, Start::Name(name));
    }

    /// Starts an entry with a key that a slash stands before.
    pub(crate) fn path(&mut self, out: &mut String, path: &str) {
        self.start(out, Start::Path(path));
    }

    fn start(&mut self, out: &mut String, start: Start<'_>) {
        self.item(out);
        match start {
            Start::Item => return,
            Start::Key(key) => {
                out.push('"');
                write_escaped(out, key);
            }
            Start::Name(name) => {
                out.push('"');
                out.push_str(name);
            }
            Start::Path(path) => {
                out.push_str("\"/");
                write_escaped(out, path);
            }
        }
        out.push_str(if self.layout.indent > 0 { "\": " } else { "\":" });
    }

    /// Adds what is laid out already, with the line break before it.
    pub(crate) fn raw(&mut self, out: &mut String, text: &str) {
        if !self.is_empty {
            out.push(',');
        }
        self.is_empty = false;
        out.push_str(text);
    }

    /// Starts an item, or takes it back if `write` says that it is left out.
    pub(crate) fn optional(&mut self, out: &mut String, start: Start<'_>, write: impl FnOnce(&mut String) -> bool) {
        let (before, was_empty) = (out.len(), self.is_empty);
        self.start(out, start);
        if !write(out) {
            out.truncate(before);
            self.is_empty = was_empty;
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.is_empty
    }

    pub(crate) fn end(self, out: &mut String) {
        if !self.is_empty {
            self.layout.line_break(out);
        }
        out.push(self.close);
    }
}

/// JSON text without what lays it out.
pub(crate) fn in_one_line(text: &str) -> String {
    let (mut line, mut is_inside_string, mut is_escaped) = (String::with_capacity(text.len()), false, false);
    for character in text.chars() {
        if is_inside_string || !matches!(character, ' ' | '\n') {
            line.push(character);
        }
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_inside_string = !is_inside_string,
            _ => {}
        }
    }
    line
}

/// JavaScript prints the keys of an object that are array indexes first, in numeric order.
pub(crate) fn array_index(key: &str) -> Option<u32> {
    let canonical =
        key == "0" || (key.len() <= 10 && !key.starts_with('0') && key.bytes().all(|byte| byte.is_ascii_digit()));
    if !canonical {
        return None;
    }
    key.parse().ok().filter(|index| *index != u32::MAX)
}

fn write_int(out: &mut String, number: i64) {
    if let Ok(digit @ 0..=9) = u8::try_from(number) {
        out.push(char::from(b'0' + digit));
    } else {
        // Writing to text cannot fail.
        let _ = write!(out, "{number}");
    }
}

/// Writes a text in quotes.
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    write_escaped(out, text);
    out.push('"');
}

/// Writes a text as it stands between quotes.
pub(crate) fn write_escaped(out: &mut String, text: &str) {
    if is_plain(text.as_bytes()) {
        out.push_str(text);
        return;
    }
    let mut written = 0;
    for (position, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            0x00..=0x1f => "",
            _ => continue,
        };
        out.push_str(&text[written..position]);
        match escape {
            "" => {
                let _ = write!(out, "\\u{byte:04x}");
            }
            _ => out.push_str(escape),
        }
        written = position + 1;
    }
    out.push_str(&text[written..]);
}

/// Whether nothing is to be escaped. Looks at eight bytes at a time.
fn is_plain(text: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // The high bit of each byte that is less than the byte `n`, which is at most 128.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word & HIGH;
    let equal = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let is_plain = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        (below(word, 0x20) | equal(word, b'"') | equal(word, b'\\')) == 0
    };
    let (words, rest) = text.as_chunks::<8>();
    // The last word may overlap the one before it.
    match text.last_chunk::<8>() {
        Some(last) => words.iter().all(is_plain) && is_plain(last),
        None => rest.iter().all(|byte| *byte >= 0x20 && *byte != b'"' && *byte != b'\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cfn_json;

    fn check(json: Json, expected: &str) {
        assert_eq!(compact(&json), expected);
    }

    #[test]
    fn integer_like_keys_come_first() {
        check(cfn_json!({ "b": 1, "10": 2, "9": 3, "01": 4, "a": 5 }), r#"{"9":3,"10":2,"b":1,"01":4,"a":5}"#);
        check(cfn_json!({ "4294967295": 1, "4294967294": 2 }), r#"{"4294967294":2,"4294967295":1}"#);
    }

    #[test]
    fn control_characters_are_escaped_and_the_rest_is_not() {
        check(cfn_json!("\u{0}\u{1f}\u{7f}\u{2028}é\"\\\n\u{8}"), "\"\\u0000\\u001f\u{7f}\u{2028}é\\\"\\\\\\n\\b\"");
    }

    #[test]
    fn lines_are_joined_outside_of_text() {
        let json = cfn_json!({ "a b": ["\" c: \\", "\n d\\\""], "e": { "f": -1.5, "g": [] }, "h": null });
        assert_eq!(in_one_line(&render(&json, 2)), compact(&json));
    }

    #[test]
    fn what_is_to_be_escaped_is_found_anywhere() {
        for length in 0..40 {
            let plain = "é~\u{7f} azAZ09".chars().cycle().take(length).collect::<String>();
            check(Json::text(&plain), &format!("\"{plain}\""));
            for (position, _) in plain.char_indices() {
                for (special, escaped) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1f}", "\\u001f"), ("\n", "\\n")] {
                    let (start, end) = plain.split_at(position);
                    check(Json::text(format!("{start}{special}{end}")), &format!("\"{start}{escaped}{end}\""));
                }
            }
        }
    }

    #[test]
    fn empty_collections_stay_on_one_line() {
        assert_eq!(
            render(&cfn_json!({ "a": [], "b": {}, "c": [1] }), 1),
            "{\n \"a\": [],\n \"b\": {},\n \"c\": [\n  1\n ]\n}"
        );
    }
}
