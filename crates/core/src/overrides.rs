//! Overrides: raw changes to a resource's rendered template, the escape hatch below the typed API.

use crate::bag::Bag;
use crate::ordered_map::OrderedMap;
use crate::render;
use crate::sorting;
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
    pub(crate) entries: OrderedMap<String, Override>,
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

    /// Those of the properties, if there are any.
    pub(crate) fn of_properties(&self) -> Option<&Overrides> {
        match self.entries.get("Properties")? {
            Override::Merge(inner) => Some(inner),
            _ => None,
        }
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
            let slot = current.entries.get_or_insert_with(part, || Override::Merge(Overrides::default()));
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

/// Applies resolved overrides to resolved JSON; whether anything is left of it.
///
/// Observable rules, each kept from the CDK: objects merge, everything else replaces; a list takes positions as keys, and
/// positions that nothing stands at close up; what is empty after merging disappears, but a typed object stays.
pub(crate) fn apply(target: &mut Json, overrides: &Overrides) -> bool {
    match target {
        Json::Object(object) => {
            apply_to(object, overrides);
            !object.is_empty()
        }
        Json::Typed(bag) => {
            apply_to(&mut **bag, overrides);
            !(bag.is_empty() && bag.type_info().properties.is_empty())
        }
        Json::List(items) => {
            let mut slots = Slots { items: (0..).zip(std::mem::take(items)).collect(), has_names: false };
            apply_to(&mut slots, overrides);
            let left = slots.has_names || !slots.items.is_empty();
            let mut slots_left: Vec<(u32, Json)> = slots.items.into_iter().collect();
            sorting::sort_by_key(&mut slots_left, |(position, _)| *position);
            items.extend(slots_left.into_iter().map(|(_, item)| item));
            left
        }
        _ => true,
    }
}

fn apply_to(target: &mut impl Entries, overrides: &Overrides) {
    for (key, change) in overrides.entries.iter() {
        match change {
            Override::Delete => target.remove(key),
            Override::Set(value) => target.set(key, value.clone()),
            Override::Merge(inner) => {
                let only_key = if inner.entries.len() == 1 { inner.entries.keys().next() } else { None };
                let replaces = only_key.is_some_and(|key| INTRINSICS.contains(&key.as_str()));
                if replaces || target.get_mut(key).is_none_or(|existing| !can_merge(existing)) {
                    target.set(key, Json::Object(Object::new()));
                }
                if target.get_mut(key).is_some_and(|child| !apply(child, inner)) {
                    target.remove(key);
                }
            }
        }
    }
}

/// Whether an override goes inside; otherwise it starts anew.
fn can_merge(json: &Json) -> bool {
    match json {
        Json::Object(object) => object.len() != 1 || object.iter().all(|(key, _)| !INTRINSICS.contains(&key)),
        Json::List(_) | Json::Typed(_) => true,
        _ => false,
    }
}

/// What has values by key.
trait Entries {
    fn get_mut(&mut self, key: &str) -> Option<&mut Json>;
    fn set(&mut self, key: &str, value: Json);
    fn remove(&mut self, key: &str);
}

impl Entries for Object {
    fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        self.entries.get_mut(&Key::Text(key.into()))
    }

    fn set(&mut self, key: &str, value: Json) {
        self.insert(key, value);
    }

    fn remove(&mut self, key: &str) {
        Object::remove(self, key);
    }
}

impl Entries for Bag {
    fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        Bag::get_mut(self, key)
    }

    fn set(&mut self, key: &str, value: Json) {
        self.set_by_name(key, value);
    }

    fn remove(&mut self, key: &str) {
        Bag::remove(self, key);
    }
}

/// The elements of a list by their positions.
struct Slots {
    items: OrderedMap<u32, Json>,
    /// A key that is no position was set. It is not printed, but keeps the list.
    has_names: bool,
}

impl Entries for Slots {
    fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        self.items.get_mut(&render::array_index(key)?)
    }

    fn set(&mut self, key: &str, value: Json) {
        match render::array_index(key) {
            Some(position) => {
                self.items.insert(position, value);
            }
            None => self.has_names = true,
        }
    }

    fn remove(&mut self, key: &str) {
        if let Some(position) = render::array_index(key) {
            self.items.remove(&position);
        }
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
