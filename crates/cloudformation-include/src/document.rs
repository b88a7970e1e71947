//! Reading templates: from a file or a text, in JSON or YAML, into one value.

use std::path::{Path, PathBuf};

use aws_cdk_core::Diagnostic;
use serde_json::Value;

use crate::yaml;

/// How deep a template may nest.
pub(crate) const MAX_DEPTH: usize = 100;

/// What is wrong with a text, and where. Lines and columns are counted from 1.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) message: String,
    pub(crate) is_repeated_key: bool,
}

/// Where a template comes from.
#[derive(Clone, Debug)]
pub enum TemplateSource {
    /// A file of JSON or YAML.
    File(PathBuf),
    /// Text of JSON or YAML.
    Text(String),
    /// A value.
    Value(Value),
}

impl From<&str> for TemplateSource {
    fn from(text: &str) -> Self {
        TemplateSource::Text(text.to_owned())
    }
}

impl From<String> for TemplateSource {
    fn from(text: String) -> Self {
        TemplateSource::Text(text)
    }
}

impl From<Value> for TemplateSource {
    fn from(value: Value) -> Self {
        TemplateSource::Value(value)
    }
}

/// The template of a source.
pub(crate) fn read(source: &TemplateSource) -> Result<Value, Box<Diagnostic>> {
    let value = match source {
        TemplateSource::File(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| {
                let message = format!("`{}` cannot be read: {error}", path.display());
                Box::new(
                    Diagnostic::error("include::unreadable-file", message)
                        .help("paths are relative to the directory in which the app runs"),
                )
            })?;
            parse(&text).map_err(|error| Box::new(invalid(&error, Some(path))))?
        }
        TemplateSource::Text(text) => parse(text).map_err(|error| Box::new(invalid(&error, None)))?,
        TemplateSource::Value(value) => value.clone(),
    };
    if is_deeper(&value, MAX_DEPTH) {
        let message = format!("values are nested more than {MAX_DEPTH} levels deep");
        let problem = Diagnostic::error("include::invalid-template", message).help("make the template flatter");
        return Err(Box::new(problem));
    }
    Ok(value)
}

fn invalid(error: &SyntaxError, path: Option<&Path>) -> Diagnostic {
    let place = path.map_or_else(|| "the template".to_owned(), |path| format!("`{}`", path.display()));
    let message = format!("{place} is invalid at line {}, column {}: {}", error.line, error.column, error.message);
    Diagnostic::error("include::invalid-syntax", message).help("a template is one document of JSON or YAML")
}

/// JSON is for the most part YAML as well, but not all of it; what looks like JSON is read as such first.
fn parse(text: &str) -> Result<Value, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('{') {
        return yaml::parse(text);
    }
    match serde_json::from_str(text) {
        // Of two entries with one key, JSON would keep the last.
        Ok(value) => match yaml::parse(text) {
            Err(error) if error.is_repeated_key => Err(error),
            _ => Ok(value),
        },
        Err(error) => yaml::parse(text).map_err(|_| json_error(&error)),
    }
}

fn json_error(error: &serde_json::Error) -> SyntaxError {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    SyntaxError { line: error.line(), column: error.column(), message: message.to_owned(), is_repeated_key: false }
}

fn is_deeper(value: &Value, levels: usize) -> bool {
    match value {
        Value::Array(items) => levels == 0 || items.iter().any(|item| is_deeper(item, levels - 1)),
        Value::Object(entries) => levels == 0 || entries.values().any(|value| is_deeper(value, levels - 1)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn json_and_yaml_are_told_apart() {
        assert_eq!(parse("\u{feff} {\"a\": \"\\/\"}").unwrap(), json!({ "a": "/" }));
        assert_eq!(parse("{a: !Ref b}").unwrap(), json!({ "a": { "Ref": "b" } }));
        assert_eq!(parse("a: 1").unwrap(), json!({ "a": 1 }));
        assert_eq!(parse("").unwrap(), Value::Null);
    }

    #[test]
    fn a_repeated_key_is_an_error() {
        let error = parse("{\n  \"a\": 1,\n  \"a\": 2\n}").unwrap_err();
        assert_eq!((error.line, error.message.as_str()), (3, "the key `a` stands twice in one object"));
    }

    #[test]
    fn an_error_names_the_place() {
        let error = read(&TemplateSource::from("{\n  \"a\": [1,\n}")).unwrap_err();
        assert_eq!(error.message(), "the template is invalid at line 3, column 1: expected value");
        let error = read(&TemplateSource::File("/no/such/file".into())).unwrap_err();
        assert_eq!(error.code(), "include::unreadable-file");
    }

    #[test]
    fn depth_is_limited() {
        let deep = (0..150).fold(json!(1), |value, _| json!([value]));
        assert_eq!(read(&TemplateSource::from(deep)).unwrap_err().code(), "include::invalid-template");
    }
}
