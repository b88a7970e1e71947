//! What a schema says of values beyond their type.

use serde_json::{Map, Value};

use super::keywords::{text, unexpected};
use crate::Error;
use crate::model::{Bounds, Constraints};

/// Constructs that JavaScript's regular expressions do not have, or read as something else.
const NOT_JAVASCRIPT: [&str; 12] = ["\\A", "\\Z", "\\z", "(?i", "(?s", "(?m", "(?x", "(?<", "(?P", "&&", "[:", "++"];

/// The limits that a schema itself states, with those of the schema it refers to where it states none.
pub(super) fn of_schema(path: &str, schema: &Map<String, Value>, inherited: Constraints) -> Result<Constraints, Error> {
    let values = values(path, schema)?;
    let pattern = text(path, schema, "pattern")?.filter(|pattern| is_javascript(pattern)).map(str::to_owned);
    let length = Bounds { min: count(path, schema, "minLength")?, max: count(path, schema, "maxLength")? };
    let items = Bounds { min: count(path, schema, "minItems")?, max: count(path, schema, "maxItems")? };
    let range = Bounds { min: number(path, schema, "minimum")?, max: number(path, schema, "maximum")? };
    Ok(Constraints {
        values: if values.is_empty() { inherited.values } else { values },
        pattern: pattern.or(inherited.pattern),
        length: length.or(inherited.length),
        items: items.or(inherited.items),
        range: range.or(inherited.range),
    })
}

/// The values of an enumeration of texts, sorted. One without regard to case, or of other values, is none.
fn values(path: &str, schema: &Map<String, Value>) -> Result<Vec<String>, Error> {
    let Some(value) = schema.get("enum") else { return Ok(Vec::new()) };
    let list = value.as_array().ok_or_else(|| unexpected(&format!("{path}/enum"), "a list"))?;
    let mut values: Vec<String> = list.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
    if values.len() != list.len() {
        return Ok(Vec::new());
    }
    values.sort();
    values.dedup();
    Ok(values)
}

fn is_javascript(pattern: &str) -> bool {
    !NOT_JAVASCRIPT.iter().any(|construct| pattern.contains(construct))
}

fn count(path: &str, schema: &Map<String, Value>, keyword: &str) -> Result<Option<u64>, Error> {
    match schema.get(keyword) {
        Some(value) => {
            let count =
                value.as_u64().or_else(|| value.as_f64().filter(|count| *count >= 0.0).map(|count| count as u64));
            count.map(Some).ok_or_else(|| unexpected(&format!("{path}/{keyword}"), "a number from 0 on"))
        }
        None => Ok(None),
    }
}

fn number(path: &str, schema: &Map<String, Value>, keyword: &str) -> Result<Option<f64>, Error> {
    match schema.get(keyword) {
        Some(value) => value.as_f64().map(Some).ok_or_else(|| unexpected(&format!("{path}/{keyword}"), "a number")),
        None => Ok(None),
    }
}
