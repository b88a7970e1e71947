//! Tags of resources: those given as a property, and those applied to scopes.

use crate::bag::TagShape;
use crate::cfn_resource::ResourceData;
use crate::collation::locale_compare;
use crate::diagnostic::Diagnostic;
use crate::sorting;
use crate::value::{Json, Object};

/// The priority of tags that are given as a property of a resource.
pub(crate) const PROPERTY_PRIORITY: i32 = 50;

/// A tag that was set on a resource, or removed from it.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) key: String,
    /// `None` removes the tag.
    pub(crate) value: Option<Json>,
    pub(crate) priority: i32,
    pub(crate) apply_to_launched_instances: bool,
}

/// The properties of a resource with its tags, sorted by key as JavaScript's `localeCompare` sorts.
pub(crate) fn with_tags(resource: &ResourceData) -> std::borrow::Cow<'_, Json> {
    let borrowed = std::borrow::Cow::Borrowed(&resource.properties);
    let Some((shape, property)) = resource.resource_type.and_then(|resource_type| resource_type.tags) else {
        return borrowed;
    };
    let Json::Typed(bag) = &resource.properties else { return borrowed };
    let given = bag.get(property);
    if given.is_none() && resource.tags.is_empty() {
        return borrowed;
    }
    let Some((mut tags, rest)) = parse(shape, given) else { return borrowed };
    tags.extend(resource.tags.iter().cloned());
    let effective = effective(tags);
    let mut bag = bag.clone();
    match format(shape, effective, rest) {
        Some(json) => bag.set(property, json),
        None => bag.remove(property),
    }
    std::borrow::Cow::Owned(Json::Typed(bag))
}

/// The tags that were given as a property, and elements of which the key is not known yet. A token for all of them
/// cannot be taken apart.
fn parse(shape: TagShape, given: Option<&Json>) -> Option<(Vec<Tag>, Vec<Json>)> {
    let tag = |key: String, value: Json, launched: bool| Tag {
        key,
        value: Some(value),
        priority: PROPERTY_PRIORITY,
        apply_to_launched_instances: launched,
    };
    let (mut tags, mut rest) = (Vec::new(), Vec::new());
    match (shape, given) {
        (_, None) => {}
        (TagShape::Map, Some(Json::Object(object))) => {
            tags.extend(object.iter().map(|(key, value)| tag(key.to_owned(), value.clone(), true)));
        }
        (TagShape::Standard | TagShape::Asg | TagShape::KeyValueList, Some(Json::List(items))) => {
            for item in items {
                match (field(item, "key"), field(item, "value")) {
                    (Some(Json::String(key)), Some(value)) => {
                        let launched = !matches!(field(item, "propagateAtLaunch"), Some(Json::Bool(false)));
                        tags.push(tag(key.to_string(), value.clone(), launched));
                    }
                    _ => rest.push(item.clone()),
                }
            }
        }
        _ => return None,
    }
    Some((tags, rest))
}

/// A field of a tag, in the case of CloudFormation or of the CDK.
fn field<'a>(item: &'a Json, name: &str) -> Option<&'a Json> {
    let mut upper = name.to_owned();
    upper[..1].make_ascii_uppercase();
    match item {
        Json::Typed(bag) => bag.get(&upper).or_else(|| bag.get(name)),
        Json::Object(object) => object.get(&upper).or_else(|| object.get(name)),
        _ => None,
    }
}

/// What AWS would refuse of a tag, as far as it is literal.
/// Source: <https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html>.
#[track_caller]
pub(crate) fn check(key: &str, value: &Json) -> Option<Diagnostic> {
    let (key_length, value_length) = (key.chars().count(), value.as_str().map_or(0, |value| value.chars().count()));
    let (problem, help) = if key_length == 0 || key_length > 128 {
        (format!("the key of a tag has {key_length} characters"), "use 1 to 128 characters")
    } else if key.to_lowercase().starts_with("aws:") {
        (format!("the key of the tag `{key}` starts with `aws:`"), "choose another one: AWS keeps that for itself")
    } else if value_length > 256 {
        (format!("the value of the tag `{key}` has {value_length} characters"), "use up to 256 characters")
    } else {
        return None;
    };
    Some(Diagnostic::error("core::tag", problem).help(help))
}

/// What AWS would refuse of the tags that a resource has as a property.
pub(crate) fn check_property(resource: &ResourceData) -> Vec<Diagnostic> {
    let Some((shape, property)) = resource.resource_type.and_then(|resource_type| resource_type.tags) else {
        return Vec::new();
    };
    let Json::Typed(bag) = &resource.properties else { return Vec::new() };
    let tags = parse(shape, bag.get(property)).map(|(tags, _)| tags).unwrap_or_default();
    tags.iter().filter_map(|tag| check(&tag.key, tag.value.as_ref()?)).collect()
}

/// The tags of a stack, sorted by key; those of which the value is not known now are left out.
pub(crate) fn stack_tags(tags: &[Tag]) -> Vec<(String, Json)> {
    let pairs = effective(tags.to_vec()).into_iter().filter_map(|tag| Some((tag.key, tag.value?)));
    pairs.filter(|(_, value)| value.is_literal()).collect()
}

impl Tag {
    /// A tag that is given as a property.
    pub(crate) fn given(key: String, value: Json) -> Self {
        Self { key, value: Some(value), priority: PROPERTY_PRIORITY, apply_to_launched_instances: true }
    }
}

/// For each key the last tag of the highest priority; those that remove have gone.
fn effective(tags: Vec<Tag>) -> Vec<Tag> {
    let mut effective: Vec<Tag> = Vec::new();
    for tag in tags {
        match effective.iter_mut().find(|known| known.key == tag.key) {
            Some(known) if tag.priority >= known.priority => *known = tag,
            Some(_) => {}
            None => effective.push(tag),
        }
    }
    effective.retain(|tag| tag.value.is_some());
    sorting::sort_by(&mut effective, |a, b| locale_compare(&a.key, &b.key));
    effective
}

fn format(shape: TagShape, tags: Vec<Tag>, rest: Vec<Json>) -> Option<Json> {
    if tags.is_empty() && rest.is_empty() {
        return None;
    }
    let (mut object, mut list) = (Object::new(), Vec::new());
    for tag in tags {
        match (tag.value, shape) {
            (None, _) => {}
            (Some(value), TagShape::Map) => _ = object.insert(tag.key, value),
            (Some(value), _) => list.push(list_item(shape, &tag.key, value, tag.apply_to_launched_instances)),
        }
    }
    list.extend(rest);
    Some(if shape == TagShape::Map { Json::Object(object) } else { Json::List(list) })
}

fn list_item(shape: TagShape, key: &str, value: Json, launched: bool) -> Json {
    match shape {
        TagShape::Asg => {
            Json::object([("Key", Json::text(key)), ("PropagateAtLaunch", Json::Bool(launched)), ("Value", value)])
        }
        TagShape::KeyValueList => Json::object([("key", Json::text(key)), ("value", value)]),
        _ => Json::object([("Key", Json::text(key)), ("Value", value)]),
    }
}
