//! Example values: for a property, the same value as Rust for a setter, as a pattern of the template, and as JavaScript.

use std::collections::BTreeSet;

use crate::emit::member::members;
use crate::emit::types::property_type_name;
use crate::model::{Property, Resource, Type};
use crate::naming::{Names, RESERVED_METHODS, snake_case};

/// Property types inside property types, at most: some contain themselves.
const DEPTH: usize = 6;

/// A value of a property.
pub(super) struct Example {
    /// What a setter takes.
    pub(super) rust: String,
    /// What the template then has, as a pattern of `aws-cdk-assertions`.
    pub(super) pattern: String,
    /// What `aws-cdk-lib` takes.
    pub(super) javascript: String,
    /// The property types that `rust` names.
    pub(super) types: BTreeSet<String>,
    /// Whether `rust` has JSON, and whether a tag.
    pub(super) has_json: bool,
    pub(super) has_tag: bool,
}

impl Example {
    fn plain(rust: impl Into<String>) -> Self {
        let rust = rust.into();
        Self { pattern: rust.clone(), javascript: rust.clone(), ..Self::empty(rust) }
    }

    fn empty(rust: String) -> Self {
        let (pattern, javascript) = (String::new(), String::new());
        Self { rust, pattern, javascript, types: BTreeSet::new(), has_json: false, has_tag: false }
    }

    /// The same inside something else.
    fn inside(self, wrap: impl Fn(&str) -> String, entry: impl Fn(&str) -> String) -> Self {
        Self { rust: wrap(&self.rust), pattern: entry(&self.pattern), javascript: entry(&self.javascript), ..self }
    }
}

/// A value of a property of a resource type, if one can be made.
pub(super) fn of(property: &Property, resource: &Resource) -> Option<Example> {
    of_type(&property.r#type, property, resource, DEPTH)
}

fn of_type(r#type: &Type, property: &Property, resource: &Resource, depth: usize) -> Option<Example> {
    Some(match r#type {
        Type::String => Example::plain(format!("{:?}", text(property))),
        Type::Timestamp => Example::plain("\"2030-01-01T00:00:00Z\""),
        Type::Boolean => Example::plain("true"),
        Type::Integer | Type::Double => Example::plain(number(property).to_string()),
        Type::Json => Example {
            pattern: "{ \"Key\": \"value\" }".to_owned(),
            javascript: "{ Key: 'value' }".to_owned(),
            has_json: true,
            ..Example::empty("cfn_json!({ \"Key\": \"value\" })".to_owned())
        },
        Type::Tag => Example {
            pattern: "{ \"Key\": \"key\", \"Value\": \"value\" }".to_owned(),
            javascript: "{ key: 'key', value: 'value' }".to_owned(),
            has_tag: true,
            ..Example::empty("CfnTag::new(\"key\", \"value\")".to_owned())
        },
        Type::List(item) => {
            let wrap = |value: &str| format!("[{value}]");
            of_type(item, property, resource, depth)?.inside(wrap, wrap)
        }
        Type::Map(item) => {
            let item = of_type(item, property, resource, depth)?;
            item.inside(|value| format!("[(\"key\", {value})]"), |value| format!("{{ \"key\": {value} }}"))
        }
        Type::Named(name) => of_property_type(name, resource, depth.checked_sub(1)?)?,
    })
}

/// An object with what its property type requires; with its first property if nothing is, since empty objects are left out
/// of templates.
fn of_property_type(name: &str, resource: &Resource, depth: usize) -> Option<Example> {
    let property_type = resource.property_types.iter().find(|known| known.name == name)?;
    let members = members(&property_type.properties, &mut Names::reserving(RESERVED_METHODS));
    let required: Vec<_> = members.iter().filter(|member| member.property.required).collect();
    let example_of = |property: &Property| of_type(&property.r#type, property, resource, depth);
    let chosen = if required.is_empty() {
        let first = members.iter().find_map(|member| Some((member, example_of(member.property)?)))?;
        vec![first]
    } else {
        required.into_iter().map(|member| Some((member, example_of(member.property)?))).collect::<Option<_>>()?
    };
    let name = property_type_name(name).to_string();
    let mut whole = Example::empty(format!("{name}::new()"));
    whole.types.insert(name);
    let (mut pattern, mut javascript) = (Vec::new(), Vec::new());
    for (member, example) in chosen {
        let Property { name, .. } = member.property;
        whole.rust += &format!(".{}({})", member.method, example.rust);
        pattern.push(format!("{name:?}: {}", example.pattern));
        javascript.push(format!("{}: {}", lower_camel_case(name), example.javascript));
        whole.types.extend(example.types);
        whole.has_json |= example.has_json;
        whole.has_tag |= example.has_tag;
    }
    whole.pattern = format!("{{ {} }}", pattern.join(", "));
    whole.javascript = format!("{{ {} }}", javascript.join(", "));
    Some(whole)
}

/// A known value, or the name of the property.
fn text(property: &Property) -> String {
    match property.constraints.values.first() {
        Some(known) => known.clone(),
        None => snake_case(&property.name).replace('_', "-"),
    }
}

/// The least number that is allowed, from 1 on.
fn number(property: &Property) -> i64 {
    let range = property.constraints.range;
    let least = range.min.unwrap_or(1.0).max(1.0).ceil();
    // Limits are far inside of what a float tells apart.
    range.max.map_or(least, |max| least.min(max.floor())) as i64
}

/// As `aws-cdk-lib` spells a property.
pub(super) fn lower_camel_case(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
}
