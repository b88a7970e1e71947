//! From statements to the JSON of a template: resolved, then each statement once, values in order.

use aws_cdk_core::ordered_map::OrderedMap;
use aws_cdk_core::{Json, Object, ResolveContext, sorting};

use super::statement::{PolicyStatement, Texts};

impl PolicyStatement {
    /// The statement as JSON, with what is absent left out and a single value without its list.
    pub fn to_statement_json(&self) -> Json {
        let mut json = Object::new();
        let mut insert = |key: &str, value: Option<Json>| {
            if let Some(value) = value {
                json.insert(key, value);
            }
        };
        insert("Action", texts_json(&self.actions));
        insert("NotAction", texts_json(&self.not_actions));
        insert("Condition", (!self.conditions.is_empty()).then(|| Json::Object(self.conditions.clone())));
        insert("Effect", Some(Json::String(self.effect.name().into())));
        insert("Principal", self.principals.to_json());
        insert("NotPrincipal", self.not_principals.to_json());
        insert("Resource", texts_json(&self.resources));
        insert("NotResource", texts_json(&self.not_resources));
        insert("Sid", self.sid.as_ref().map(|sid| sid.as_json().clone()));
        Json::Object(json)
    }
}

fn texts_json(texts: &Texts) -> Option<Json> {
    let mut values: Vec<Json> = texts.iter().cloned().collect();
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Json::List(values)),
    }
}

/// How statements are finished once they are resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finish {
    pub(super) assign_sids: bool,
    pub(super) sort: bool,
}

pub(super) fn render(statements: &[PolicyStatement], finish: Finish, context: &ResolveContext<'_>) -> Json {
    let mut finished = Vec::new();
    for (_, statement) in unique(statements.iter().filter_map(|it| context.resolve(&it.to_statement_json()))) {
        finished.push(finish_statement(finished.len(), statement, finish));
    }
    let mut document = Object::new();
    document.insert("Statement", Json::List(finished));
    document.insert("Version", "2012-10-17");
    Json::Object(document)
}

fn finish_statement(index: usize, statement: Json, finish: Finish) -> Json {
    let Json::Object(mut statement) = statement else { return statement };
    if finish.assign_sids && statement.get("Sid").is_none_or(|sid| sid.as_str() == Some("")) {
        statement.insert("Sid", index.to_string());
    }
    if finish.sort {
        for key in ["Action", "Resource"] {
            if let Some(value) = statement.get(key).cloned() {
                statement.insert(key, sorted(value));
            }
        }
        if let Some(Json::Object(principal)) = statement.get("Principal").cloned() {
            let mut kinds: Vec<(&str, &Json)> = principal.iter().collect();
            sorting::sort_by(&mut kinds, |(a, _), (b, _)| javascript_order(a, b));
            let kinds: Object = kinds.into_iter().map(|(kind, values)| (kind, sorted(values.clone()))).collect();
            statement.insert("Principal", kinds);
        }
    }
    Json::Object(statement)
}

/// A list with each value once, in the order of their JSON text; a single one without its list.
fn sorted(value: Json) -> Json {
    let Json::List(items) = value else { return value };
    let mut entries: Vec<(String, Json)> = unique(items).collect();
    sorting::sort_by(&mut entries, |(a, _), (b, _)| javascript_order(a, b));
    let mut items: Vec<Json> = entries.into_iter().map(|(_, item)| item).collect();
    if items.len() == 1 { items.remove(0) } else { Json::List(items) }
}

/// Values and their JSON text, each once.
fn unique(values: impl IntoIterator<Item = Json>) -> impl Iterator<Item = (String, Json)> {
    let mut unique = OrderedMap::new();
    for value in values {
        unique.insert(value.to_compact_text(), value);
    }
    unique.into_iter()
}

/// JavaScript compares texts by their UTF-16 units.
fn javascript_order(a: &str, b: &str) -> std::cmp::Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// A list with each value once, in its order, by what the values resolve to; `None` if it is empty.
pub(crate) fn resolved_unique(values: Vec<Json>, context: &ResolveContext<'_>) -> Option<Json> {
    let resolved = values.iter().filter_map(|value| context.resolve(value));
    let unique: Vec<Json> = unique(resolved).map(|(_, value)| value).collect();
    (!unique.is_empty()).then_some(Json::List(unique))
}
