//! The outline of a template: its sections and what stands in them, checked before anything is made of it.

use aws_cdk_core::Diagnostic;
use serde_json::{Map, Value};

/// Sections that hold elements, by name.
const ELEMENTS: &[&str] = &["Parameters", "Mappings", "Conditions", "Rules", "Resources", "Hooks", "Outputs"];

/// Sections that are about the template as a whole. `Globals` is that of the serverless application model.
const HEAD: &[&str] = &["AWSTemplateFormatVersion", "Description", "Transform", "Metadata", "Globals"];

/// A template of which the outline is known to be right.
#[derive(Debug, Default)]
pub(crate) struct Template {
    sections: Map<String, Value>,
    none: Map<String, Value>,
}

impl Template {
    /// Checks the outline. What is wrong is left out, so that the rest can be checked as well.
    pub(crate) fn new(template: Value, problems: &mut Vec<Diagnostic>) -> Self {
        let Value::Object(mut sections) = template else {
            problems.push(
                Diagnostic::error("include::invalid-template", format!("the template is {}", kind(&template)))
                    .help("a template is an object with a section `Resources`"),
            );
            return Self::default();
        };
        sections.retain(|section, value| !value.is_null() && check_section(section, value, problems));
        Self { sections, none: Map::new() }
    }

    /// The entries of a section.
    pub(crate) fn section(&self, name: &str) -> &Map<String, Value> {
        self.sections.get(name).and_then(Value::as_object).unwrap_or(&self.none)
    }

    /// The sections about the template as a whole, in its order.
    pub(crate) fn head(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.sections.iter().map(|(name, value)| (name.as_str(), value)).filter(|(name, _)| HEAD.contains(name))
    }
}

pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn check_section(section: &str, value: &mut Value, problems: &mut Vec<Diagnostic>) -> bool {
    let mut wrong = |expected: &str| {
        let message = format!("the section `{section}` is {}, and not {expected}", kind(value));
        problems.push(Diagnostic::error("include::invalid-section", message).help("correct the template"));
        false
    };
    match section {
        "AWSTemplateFormatVersion" | "Description" if !value.is_string() => wrong("text"),
        "Metadata" | "Globals" if !value.is_object() => wrong("an object"),
        "Transform" if !(value.is_string() || value.is_array() || value.is_object()) => wrong("text or a list"),
        known if HEAD.contains(&known) => true,
        known if !ELEMENTS.contains(&known) => {
            let message = format!("`{known}` is not a section of a template");
            let sections = [HEAD, ELEMENTS].concat().join(", ");
            problems.push(
                Diagnostic::error("include::unknown-section", message).help(format!("the sections are {sections}")),
            );
            false
        }
        _ => match value {
            Value::Object(entries) => {
                let is_right = |name: &String, entry: &mut Value| check_entry(section, name, entry, problems);
                entries.retain(is_right);
                true
            }
            _ => wrong("an object"),
        },
    }
}

fn check_entry(section: &str, name: &str, entry: &Value, problems: &mut Vec<Diagnostic>) -> bool {
    if name.starts_with("Fn::") {
        let message = format!("`{name}` stands for entries of `{section}`, which are not known before deployment");
        problems.push(
            Diagnostic::error("include::unknown-function", message)
                .help("write the entries, or keep the template in a stack of its own"),
        );
        return false;
    }
    if !entry.is_object() {
        let message = format!("`{name}` in the section `{section}` is {}, and not an object", kind(entry));
        problems.push(Diagnostic::error("include::invalid-section", message).help("correct the template"));
        return false;
    }
    true
}

/// The keys of an entry that CloudFormation does not know there.
pub(crate) fn check_keys(owner: &str, entry: &Value, known: &[&str], problems: &mut Vec<Diagnostic>) {
    for key in entry.as_object().into_iter().flat_map(Map::keys).filter(|key| !known.contains(&key.as_str())) {
        problems.push(
            Diagnostic::error("include::unknown-key", format!("{owner}: `{key}` has no meaning here"))
                .help(format!("the keys are {}", known.join(", "))),
        );
    }
}
