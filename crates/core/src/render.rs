//! The one renderer of JSON: prints what JavaScript's `JSON.stringify` prints.

use crate::js_number::write_number;
use crate::value::{Json, Key, Object};

/// JSON with `indent` spaces for each level, 0 for all in one line. Tokens print as `null`: resolve them first.
pub(crate) fn render(json: &Json, indent: usize) -> String {
    let mut out = String::new();
    write(&mut out, json, indent, 0);
    out
}

/// JSON in one line.
pub(crate) fn compact(json: &Json) -> String {
    render(json, 0)
}

fn write(out: &mut String, json: &Json, indent: usize, level: usize) {
    match json {
        Json::Null | Json::Token(_) => out.push_str("null"),
        Json::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Json::Int(number) => out.push_str(&number.to_string()),
        Json::Float(number) => write_number(out, *number),
        Json::String(text) => write_string(out, text),
        Json::List(items) => write_all(out, ['[', ']'], items.iter(), indent, level, |out, item, level| {
            write(out, item, indent, level);
        }),
        Json::Object(object) => write_object(out, object, indent, level),
        Json::Typed(bag) => write_entries(out, bag.entries(), indent, level),
    }
}

fn write_object(out: &mut String, object: &Object, indent: usize, level: usize) {
    let index_of = |key: &Key| match key {
        Key::Text(text) => array_index(text),
        Key::Token(_) => None,
    };
    if object.entries.keys().all(|key| index_of(key).is_none()) {
        return write_entries(out, object.iter(), indent, level);
    }
    let mut entries: Vec<(&str, &Json)> = object.iter().collect();
    entries.sort_by_key(|(key, _)| array_index(key).map_or(u64::MAX, u64::from));
    write_entries(out, entries.into_iter(), indent, level);
}

fn write_entries<'a>(
    out: &mut String,
    entries: impl Iterator<Item = (&'a str, &'a Json)>,
    indent: usize,
    level: usize,
) {
    write_all(out, ['{', '}'], entries, indent, level, |out, (key, value), level| {
        write_string(out, key);
        out.push_str(if indent > 0 { ": " } else { ":" });
        write(out, value, indent, level);
    });
}

fn write_all<T>(
    out: &mut String,
    [open, close]: [char; 2],
    items: impl Iterator<Item = T>,
    indent: usize,
    level: usize,
    mut each: impl FnMut(&mut String, T, usize),
) {
    out.push(open);
    let mut empty = true;
    for item in items {
        if !empty {
            out.push(',');
        }
        empty = false;
        line_break(out, indent, level + 1);
        each(out, item, level + 1);
    }
    if !empty {
        line_break(out, indent, level);
    }
    out.push(close);
}

fn line_break(out: &mut String, indent: usize, level: usize) {
    if indent > 0 {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent * level));
    }
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

fn write_string(out: &mut String, text: &str) {
    out.push('"');
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
            "" => out.push_str(&format!("\\u{byte:04x}")),
            _ => out.push_str(escape),
        }
        written = position + 1;
    }
    out.push_str(&text[written..]);
    out.push('"');
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
    fn empty_collections_stay_on_one_line() {
        assert_eq!(
            render(&cfn_json!({ "a": [], "b": {}, "c": [1] }), 1),
            "{\n \"a\": [],\n \"b\": {},\n \"c\": [\n  1\n ]\n}"
        );
    }
}
