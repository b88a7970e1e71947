//! Resources that wait for each other: CloudFormation refuses such a template.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use crate::error::AssertionError;
use crate::style::Style;

/// Fails if resources depend on each other in a circle.
pub(crate) fn check(template: &Value) -> Result<(), AssertionError> {
    let Some(resources) = template.get("Resources").and_then(Value::as_object) else { return Ok(()) };
    let mut waiting: IndexMap<&str, IndexSet<&str>> = resources
        .iter()
        .map(|(id, resource)| {
            let mut ids = dependencies(resource);
            ids.retain(|id| resources.contains_key(*id));
            (id.as_str(), ids)
        })
        .collect();
    loop {
        let free: IndexSet<&str> = waiting.iter().filter(|(_, ids)| ids.is_empty()).map(|(id, _)| *id).collect();
        if free.is_empty() {
            break;
        }
        waiting.retain(|id, _| !free.contains(id));
        waiting.values_mut().for_each(|ids| ids.retain(|id| !free.contains(id)));
    }
    match find_cycle(&waiting) {
        Some(cycle) => Err(failure(&cycle, resources)),
        None => Ok(()),
    }
}

/// Each of the resources waits for another one of them, so that going from one to the next comes back somewhere.
fn find_cycle<'a>(waiting: &IndexMap<&'a str, IndexSet<&'a str>>) -> Option<Vec<&'a str>> {
    let mut path: IndexSet<&str> = IndexSet::new();
    let mut id = *waiting.keys().next()?;
    while path.insert(id) {
        id = waiting.get(id)?.first()?;
    }
    let start = path.get_index_of(id)?;
    Some(path.into_iter().skip(start).chain([id]).collect())
}

fn failure(cycle: &[&str], resources: &Map<String, Value>) -> AssertionError {
    let mut error = AssertionError::heading(format!(
        "the template cannot be deployed, since these resources depend on each other: {}",
        cycle.join(" -> ")
    ));
    for id in &cycle[1..] {
        let text = error.text_mut();
        text.push(Style::Plain, "\n");
        text.line(Style::Strong, *id);
        let resource = resources.get(*id).map(|resource| format!("{resource:#}\n")).unwrap_or_default();
        text.indented(&resource.into(), 2);
    }
    error
}

/// The logical ids, and other names, that a resource refers to.
fn dependencies(resource: &Value) -> IndexSet<&str> {
    let mut ids = IndexSet::new();
    match resource.get("DependsOn") {
        Some(Value::Array(items)) => ids.extend(items.iter().filter_map(Value::as_str)),
        Some(other) => ids.extend(other.as_str()),
        None => {}
    }
    if let Some(properties) = resource.get("Properties") {
        references(properties, &mut ids);
    }
    ids
}

fn references<'a>(value: &'a Value, ids: &mut IndexSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, ids)),
        Value::Object(entries) => match entries.iter().next().filter(|_| entries.len() == 1) {
            Some((name, argument)) if name == "Ref" => ids.extend(argument.as_str()),
            Some((name, argument)) if name == "Fn::GetAtt" => ids.extend(attribute_owner(argument)),
            Some((name, argument)) if name == "Fn::Sub" => substituted(argument, ids),
            _ => entries.values().for_each(|entry| references(entry, ids)),
        },
        _ => {}
    }
}

/// The argument of `Fn::GetAtt` is a list, or text with a dot.
fn attribute_owner(argument: &Value) -> Option<&str> {
    let text = match argument {
        Value::Array(items) => return items.first()?.as_str(),
        other => other.as_str()?,
    };
    Some(text.split_once('.').map_or(text, |(id, _)| id))
}

fn substituted<'a>(argument: &'a Value, ids: &mut IndexSet<&'a str>) {
    let (text, variables) = match argument {
        Value::Array(items) => (items.first(), items.get(1)),
        other => (Some(other), None),
    };
    if let Some(text) = text.and_then(Value::as_str) {
        // What stands in `${!..}` is a literal.
        let placeholders = text.split("${").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        ids.extend(
            placeholders.filter(|name| !name.starts_with('!')).map(|name| name.split('.').next().unwrap_or(name)),
        );
    }
    if let Some(Value::Object(variables)) = variables {
        variables.values().for_each(|value| references(value, ids));
    }
}
