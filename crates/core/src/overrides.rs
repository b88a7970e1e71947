//! Overrides: raw changes to a resource's rendered template, the escape hatch below the typed API.

use indexmap::IndexMap;

use crate::value::{Json, Key, Object};

/// What an override does at its path.
#[derive(Clone, Debug)]
pub(crate) enum Override {
    Delete,
    Set(Json),
    Merge(Overrides),
}

/// Overrides by key, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overrides {
    pub(crate) entries: IndexMap<String, Override>,
}

impl From<Json> for Override {
    /// Objects merge key by key, so that later paths can go inside.
    fn from(value: Json) -> Self {
        match value {
            Json::Object(object) if object.entries.keys().all(|key| matches!(key, Key::Text(_))) => {
                let entries = object.iter().map(|(key, value)| (key.to_owned(), value.clone().into())).collect();
                Override::Merge(Overrides { entries })
            }
            value => Override::Set(value),
        }
    }
}

impl Overrides {
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Calls `visit` with every value that is set.
    pub(crate) fn values(&self, visit: &mut dyn FnMut(&Json)) {
        for change in self.entries.values() {
            match change {
                Override::Set(value) => visit(value),
                Override::Merge(inner) => inner.values(visit),
                Override::Delete => {}
            }
        }
    }

    /// Adds an override at a path; what stands in the way of the path is replaced.
    pub(crate) fn add(&mut self, path: &str, value: Override) {
        let mut parts = split_on_periods(path);
        let Some(last) = parts.pop() else { return };
        let mut current = self;
        for part in parts {
            let slot = current.entries.entry(part).or_insert_with(|| Override::Merge(Overrides::default()));
            if !matches!(slot, Override::Merge(_)) {
                *slot = Override::Merge(Overrides::default());
            }
            let Override::Merge(inner) = slot else { return };
            current = inner;
        }
        current.entries.insert(last, value);
    }
}

/// Splits a path on dots; a backslash makes the next character part of the key.
fn split_on_periods(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = path.chars().peekable();
    while let Some(character) = characters.next() {
        let current = parts.last_mut();
        match (character, current) {
            ('.', _) => parts.push(String::new()),
            ('\\', Some(current)) if characters.peek().is_some() => current.extend(characters.next()),
            (_, Some(current)) => current.push(character),
            (_, None) => {}
        }
    }
    parts
}

/// Intrinsic functions are replaced as a whole: merging into their arguments would give neither one nor the other.
const INTRINSICS: [&str; 17] = [
    "Ref",
    "Fn::Base64",
    "Fn::Cidr",
    "Fn::FindInMap",
    "Fn::GetAtt",
    "Fn::GetAZs",
    "Fn::ImportValue",
    "Fn::Join",
    "Fn::Select",
    "Fn::Split",
    "Fn::Sub",
    "Fn::Transform",
    "Fn::And",
    "Fn::Equals",
    "Fn::If",
    "Fn::Not",
    "Fn::Or",
];

/// Applies resolved overrides to resolved JSON.
///
/// Observable rules, each kept from the CDK: objects merge, everything else replaces; a list takes positions as keys; an
/// object that is empty after merging disappears, but a typed one stays.
pub(crate) fn apply(target: &mut Json, overrides: &Overrides) {
    for (key, change) in &overrides.entries {
        match change {
            Override::Delete => remove(target, key),
            Override::Set(value) => set(target, key, value.clone()),
            Override::Merge(inner) => {
                let starts_fresh = match get_mut(target, key) {
                    Some(existing) => !is_container(existing) || is_intrinsic(existing),
                    None => true,
                };
                let only_key = if inner.entries.len() == 1 { inner.entries.keys().next() } else { None };
                if starts_fresh || only_key.is_some_and(|key| INTRINSICS.contains(&key.as_str())) {
                    set(target, key, Json::Object(Object::new()));
                }
                let Some(child) = get_mut(target, key) else { continue };
                apply(child, inner);
                if is_empty(child) {
                    remove(target, key);
                }
            }
        }
    }
}

fn is_container(json: &Json) -> bool {
    matches!(json, Json::Object(_) | Json::List(_) | Json::Typed(_))
}

fn is_intrinsic(json: &Json) -> bool {
    match json {
        Json::Object(object) if object.len() == 1 => object.iter().any(|(key, _)| INTRINSICS.contains(&key)),
        _ => false,
    }
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Object(object) => object.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Typed(bag) => bag.is_empty() && bag.type_info().properties.is_empty(),
        _ => false,
    }
}

fn get_mut<'a>(target: &'a mut Json, key: &str) -> Option<&'a mut Json> {
    match target {
        Json::Object(object) => object.entries.get_mut(&Key::Text(key.into())),
        Json::Typed(bag) => bag.get_mut(key),
        Json::List(items) => items.get_mut(key.parse::<usize>().ok()?),
        _ => None,
    }
}

fn set(target: &mut Json, key: &str, value: Json) {
    match target {
        Json::Object(object) => {
            object.insert(key, value);
        }
        Json::Typed(bag) => bag.set_by_name(key, value),
        Json::List(items) => {
            // A position that is no number cannot be printed; CloudFormation's longest list is far below the bound.
            let Ok(position @ 0..10_000) = key.parse::<usize>() else { return };
            while items.len() <= position {
                items.push(Json::Null);
            }
            items[position] = value;
        }
        _ => {}
    }
}

fn remove(target: &mut Json, key: &str) {
    match target {
        Json::Object(object) => {
            object.remove(key);
        }
        Json::Typed(bag) => bag.remove(key),
        Json::List(items) => {
            let slot = key.parse::<usize>().ok().and_then(|position| items.get_mut(position));
            if let Some(slot) = slot {
                *slot = Json::Null;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_keeps_a_dot_in_the_key() {
        assert_eq!(split_on_periods(r"Tags.with\.dot.x"), ["Tags", "with.dot", "x"]);
        assert_eq!(split_on_periods(r"a\\.b"), [r"a\", "b"]);
        assert_eq!(split_on_periods(r"end\"), [r"end\"]);
    }

    #[test]
    fn a_path_goes_inside_an_earlier_object_but_replaces_an_earlier_text() {
        let mut overrides = Overrides::default();
        overrides.add("A", crate::cfn_json!({ "B": 1 }).into());
        overrides.add("A.C", Override::Set(Json::Int(2)));
        overrides.add("T", Override::Set(Json::text("text")));
        overrides.add("T.X", Override::Set(Json::Bool(true)));
        let mut target = Json::Object(Object::new());
        apply(&mut target, &overrides);
        assert_eq!(crate::render::compact(&target), r#"{"A":{"B":1,"C":2},"T":{"X":true}}"#);
    }

    #[test]
    fn intrinsics_are_replaced_as_a_whole() {
        let mut target = crate::cfn_json!({ "Name": { "Fn::Join": ["", ["a"]] } });
        let mut overrides = Overrides::default();
        overrides.add("Name", crate::cfn_json!({ "Ref": "Other" }).into());
        apply(&mut target, &overrides);
        assert_eq!(crate::render::compact(&target), r#"{"Name":{"Ref":"Other"}}"#);
    }
}
