//! YAML of CloudFormation: the core schema of YAML 1.2, and tags such as `!Ref` for intrinsic functions.

use indexmap::IndexMap;
use serde_json::{Map, Value};
use yaml_rust2::parser::{Event, Parser, Tag};
use yaml_rust2::scanner::{Marker, ScanError};

use crate::document::{MAX_DEPTH, SyntaxError};
use crate::yaml_scalar::scalar;

/// How many values a document may have, those of aliases counted wherever they are used.
const MAX_VALUES: usize = 1_000_000;

/// The functions with a short form, and whether their long form starts with `Fn::`.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>.
const TAGS: &[(&str, &str)] = &[
    ("And", "Fn::And"),
    ("Base64", "Fn::Base64"),
    ("Cidr", "Fn::Cidr"),
    ("Condition", "Condition"),
    ("Contains", "Fn::Contains"),
    ("EachMemberEquals", "Fn::EachMemberEquals"),
    ("EachMemberIn", "Fn::EachMemberIn"),
    ("Equals", "Fn::Equals"),
    ("FindInMap", "Fn::FindInMap"),
    ("GetAZs", "Fn::GetAZs"),
    ("GetAtt", "Fn::GetAtt"),
    ("GetStackOutput", "Fn::GetStackOutput"),
    ("If", "Fn::If"),
    ("ImportValue", "Fn::ImportValue"),
    ("Join", "Fn::Join"),
    ("Length", "Fn::Length"),
    ("Not", "Fn::Not"),
    ("Or", "Fn::Or"),
    ("Ref", "Ref"),
    ("RefAll", "Fn::RefAll"),
    ("Select", "Fn::Select"),
    ("Split", "Fn::Split"),
    ("Sub", "Fn::Sub"),
    ("ToJsonString", "Fn::ToJsonString"),
    ("Transform", "Fn::Transform"),
    ("ValueOf", "Fn::ValueOf"),
    ("ValueOfAll", "Fn::ValueOfAll"),
];

/// The only document of a text; `null` for an empty one.
pub(crate) fn parse(text: &str) -> Result<Value, SyntaxError> {
    // The parser takes a byte order mark for a part of the first key.
    let mut parser = Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut builder = Builder::default();
    loop {
        let (event, mark) = parser.next_token().map_err(|error| scan_error(&error))?;
        match event {
            Event::StreamEnd => return Ok(builder.document.unwrap_or(Value::Null)),
            event => builder.event(event, mark)?,
        }
    }
}

fn scan_error(error: &ScanError) -> SyntaxError {
    problem(*error.marker(), error.info())
}

fn problem(mark: Marker, message: impl Into<String>) -> SyntaxError {
    SyntaxError { line: mark.line(), column: mark.col() + 1, message: message.into(), is_repeated_key: false }
}

/// A value that is not complete.
struct Open {
    container: Container,
    anchor: usize,
    /// The function that the tag stands for.
    function: Option<&'static str>,
}

enum Container {
    List(Vec<Value>),
    /// The entries, and the key that waits for its value.
    Object(Map<String, Value>, Option<String>),
}

/// Makes values of events, without recursion: the depth of a document is up to whoever wrote it.
#[derive(Default)]
struct Builder {
    document: Option<Value>,
    open: Vec<Open>,
    /// Values with anchors, and how many values each has.
    anchors: IndexMap<usize, (Value, usize)>,
    values: usize,
}

impl Builder {
    fn event(&mut self, event: Event, mark: Marker) -> Result<(), SyntaxError> {
        match event {
            Event::DocumentStart if self.document.is_some() => {
                return Err(problem(mark, "a template is one document, and here starts another one"));
            }
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(text, style, tag.as_ref());
                let function = function(tag.as_ref(), mark)?;
                self.complete(value, anchor, function, mark)?;
            }
            Event::Alias(anchor) => {
                let Some((value, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(problem(mark, "an alias stands inside the value that it is for"));
                };
                self.count(size, mark)?;
                self.add(value, mark)?;
            }
            Event::SequenceStart(anchor, tag) => self.start(Container::List(Vec::new()), anchor, tag, mark)?,
            Event::MappingStart(anchor, tag) => self.start(Container::Object(Map::new(), None), anchor, tag, mark)?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { container, anchor, function }) = self.open.pop() {
                    let value = match container {
                        Container::List(items) => Value::Array(items),
                        Container::Object(entries, _) => Value::Object(entries),
                    };
                    self.complete(value, anchor, function, mark)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn start(
        &mut self,
        container: Container,
        anchor: usize,
        tag: Option<Tag>,
        mark: Marker,
    ) -> Result<(), SyntaxError> {
        let function = function(tag.as_ref(), mark)?;
        let depth: usize = self.open.iter().map(|open| 1 + usize::from(open.function.is_some())).sum();
        if depth >= MAX_DEPTH {
            return Err(problem(mark, format!("values are nested more than {MAX_DEPTH} levels deep")));
        }
        self.open.push(Open { container, anchor, function });
        Ok(())
    }

    fn count(&mut self, values: usize, mark: Marker) -> Result<(), SyntaxError> {
        self.values = self.values.saturating_add(values);
        match self.values > MAX_VALUES {
            true => Err(problem(mark, format!("the document has more than {MAX_VALUES} values"))),
            false => Ok(()),
        }
    }

    fn complete(
        &mut self,
        value: Value,
        anchor: usize,
        function: Option<&'static str>,
        mark: Marker,
    ) -> Result<(), SyntaxError> {
        self.count(1, mark)?;
        let value = match function {
            Some(name) => Value::Object([(name.to_owned(), value)].into_iter().collect()),
            None => value,
        };
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), size(&value)));
        }
        self.add(value, mark)
    }

    /// Puts a value where it belongs: into the container that is open, or in the place of the document.
    fn add(&mut self, value: Value, mark: Marker) -> Result<(), SyntaxError> {
        if self.open.len() + depth(&value) > 2 * MAX_DEPTH {
            return Err(problem(mark, format!("aliases nest values more than {MAX_DEPTH} levels deep")));
        }
        match self.open.last_mut().map(|open| &mut open.container) {
            None => self.document = Some(value),
            Some(Container::List(items)) => items.push(value),
            Some(Container::Object(entries, key)) => match key.take() {
                Some(key) => {
                    entries.insert(key, value);
                }
                None => {
                    let name = key_text(value).ok_or_else(|| problem(mark, "a key of an object is not text"))?;
                    if entries.contains_key(&name) {
                        let error = problem(mark, format!("the key `{name}` stands twice in one object"));
                        return Err(SyntaxError { is_repeated_key: true, ..error });
                    }
                    *key = Some(name);
                }
            },
        }
        Ok(())
    }
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(entries) => entries.values().map(size).sum(),
        _ => 0,
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

fn key_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// The function that a tag stands for; `None` for the tags of YAML itself.
fn function(tag: Option<&Tag>, mark: Marker) -> Result<Option<&'static str>, SyntaxError> {
    let Some(tag) = tag else { return Ok(None) };
    if tag.handle == "tag:yaml.org,2002:" || tag.handle == "!!" {
        return Ok(None);
    }
    match TAGS.iter().find(|(short, _)| *short == tag.suffix) {
        Some((_, long)) => Ok(Some(long)),
        None => Err(problem(mark, format!("`!{}` is not a function of CloudFormation", tag.suffix))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tags_are_functions() {
        let text =
            "a: !Ref B\nc: !GetAtt B.Arn\nd: !Sub ['x${y}', {y: !Ref B}]\ne: !If\n- C\n- !Join [',', [1]]\n- z\n";
        let expected = json!({
            "a": { "Ref": "B" },
            "c": { "Fn::GetAtt": "B.Arn" },
            "d": { "Fn::Sub": ["x${y}", { "y": { "Ref": "B" } }] },
            "e": { "Fn::If": ["C", { "Fn::Join": [",", [1]] }, "z"] },
        });
        assert_eq!(parse(text).unwrap(), expected);
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, line, column) in [
            ("a: 1\na: 2\n", 2, 1),
            ("a: !Nope 1\n", 1, 10),
            ("a: [1\nb: 2\n", 2, 2),
            ("a: 1\n---\nb: 2\n", 2, 1),
            ("? [a]\n: b\n", 1, 5),
            ("a: &x [*x]\n", 1, 8),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!((error.line, error.column), (line, column), "{text}: {}", error.message);
        }
    }

    #[test]
    fn aliases_are_limited() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let alias = format!("*a{}", level - 1);
            text += &format!("a{level}: &a{level} [{}]\n", vec![alias; 10].join(", "));
        }
        assert!(parse(&text).unwrap_err().message.contains("more than 1000000 values"));
        assert!(parse(&"[".repeat(500)).is_err());
        assert!(parse(&"- ".repeat(50_000)).is_err());
    }
}
