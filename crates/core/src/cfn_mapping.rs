//! Mappings of a template: two levels of keys to values that are known when the template is written.

use crate::cfn_element::{self, Body, ICfnElement, Presence, Section};
use crate::diagnostic::Diagnostic;
use crate::intrinsic::Fn;
use crate::node::{IConstruct, Node};
use crate::value::{Json, Object, Value};

/// Values by two keys, of which CloudFormation picks one at deployment.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html>.
///
/// ```
/// use aws_cdk_core::{App, Aws, CfnMapping, CfnOutput, Stack, cfn_json};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let cities = CfnMapping::new(&stack, "Cities", cfn_json!({
///     "eu-west-1": { "name": "Dublin" },
///     "us-east-1": { "name": "Ashburn" },
/// }));
/// CfnOutput::new(&stack, "City", cities.find_in_map(Aws::REGION, "name"));
/// ```
#[derive(Clone, Debug)]
pub struct CfnMapping {
    node: Node,
}

impl IConstruct for CfnMapping {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl ICfnElement for CfnMapping {}

impl CfnMapping {
    /// A mapping: an object of objects. Second-level keys are letters and digits; others, and anything but an object of
    /// objects, are the error `core::invalid-mapping`.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, mapping: impl Into<Value<Json>>) -> Self {
        Self::add(scope, id.as_ref(), mapping.into().into_json(), false)
    }

    /// As [`CfnMapping::new`], but a value whose keys are both known is put in place of the function, and the mapping is
    /// left out of the template if nothing else is asked of it.
    #[track_caller]
    pub fn lazy(scope: &impl IConstruct, id: impl AsRef<str>, mapping: impl Into<Value<Json>>) -> Self {
        Self::add(scope, id.as_ref(), mapping.into().into_json(), true)
    }

    #[track_caller]
    fn add(scope: &impl IConstruct, id: &str, mapping: Json, lazy: bool) -> Self {
        let is_mapping =
            mapping.as_object().is_some_and(|object| object.iter().all(|(_, value)| value.as_object().is_some()));
        let entry = match mapping {
            Json::Object(object) if is_mapping => object,
            _ => Object::new(),
        };
        let names: Vec<String> = entry
            .iter()
            .filter_map(|(_, value)| value.as_object())
            .flat_map(Object::iter)
            .map(|(name, _)| name.to_owned())
            .collect();
        let presence = if lazy { Presence::Unused } else { Presence::Always };
        let body = Body::Entry { section: Section::Mappings, entry, key: None, presence };
        let mapping = Self { node: cfn_element::add_element(scope, id, body, "aws-cdk-core.CfnMapping") };
        if !is_mapping {
            mapping.report("a mapping is an object of objects".to_owned(), "write `{ \"key\": { \"name\": value } }`");
        }
        for name in &names {
            mapping.check_name(name);
        }
        mapping
    }

    #[track_caller]
    fn report(&self, message: String, help: &str) {
        self.node.report(Diagnostic::error("core::invalid-mapping", message).help(help));
    }

    #[track_caller]
    fn check_name(&self, name: &str) {
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.report(format!("`{name}` is not a second-level key of a mapping"), "use letters and digits");
        }
    }

    /// Sets a value. A second-level key that is not made of letters and digits is the error `core::invalid-mapping`.
    #[track_caller]
    pub fn set_value(
        &self,
        top_level_key: impl AsRef<str>,
        second_level_key: impl AsRef<str>,
        value: impl Into<Value<Json>>,
    ) {
        let (top, second, value) = (top_level_key.as_ref(), second_level_key.as_ref(), value.into());
        self.check_name(second);
        cfn_element::update(&self.node, |element| {
            let Body::Entry { entry, .. } = &mut element.body else { return };
            let mut inner = entry.get(top).and_then(Json::as_object).cloned().unwrap_or_default();
            inner.insert(second, value);
            entry.insert(top, Json::Object(inner));
        });
    }

    /// The value of two keys, each known now or at deployment. A key that is known now and not in the mapping is the error
    /// `core::no-such-key`.
    #[track_caller]
    pub fn find_in_map(
        &self,
        top_level_key: impl Into<Value<String>>,
        second_level_key: impl Into<Value<String>>,
    ) -> Value<String> {
        self.find(top_level_key.into(), second_level_key.into(), None)
    }

    /// As [`CfnMapping::find_in_map`], with a value for keys that are not in the mapping. The function needs the
    /// `AWS::LanguageExtensions` transform, which is added to the template.
    #[track_caller]
    pub fn find_in_map_or(
        &self,
        top_level_key: impl Into<Value<String>>,
        second_level_key: impl Into<Value<String>>,
        default: impl Into<Value<String>>,
    ) -> Value<String> {
        self.find(top_level_key.into(), second_level_key.into(), Some(default.into()))
    }

    #[track_caller]
    fn find(&self, top: Value<String>, second: Value<String>, default: Option<Value<String>>) -> Value<String> {
        let (found, presence) =
            self.node.tree().read(|data| match data.element(self.node.id()).map(|element| &element.body) {
                Some(Body::Entry { entry, presence, .. }) => (look_up(entry, &top, &second), *presence),
                _ => (Found::NotKnownYet, Presence::Always),
            });
        let lazy = presence != Presence::Always;
        match (found, &default) {
            (Found::Value(value), _) if lazy => return Value::from_json(value),
            (Found::NoKey(_), Some(default)) if lazy => return default.clone(),
            (Found::NoKey(key), None) => self.node.report(
                Diagnostic::error("core::no-such-key", format!("the mapping has no key `{key}`"))
                    .help("add it with `set_value` first, or give a default with `find_in_map_or`"),
            ),
            _ => {}
        }
        if presence == Presence::Unused {
            cfn_element::update(&self.node, |element| {
                if let Body::Entry { presence, .. } = &mut element.body {
                    *presence = Presence::Used;
                }
            });
        }
        let name = self.logical_id();
        match default {
            Some(default) => Fn::find_in_map_or(name, top, second, default),
            None => Fn::find_in_map(name, top, second),
        }
    }
}

/// What is known of a value before deployment.
enum Found {
    Value(Json),
    NoKey(String),
    NotKnownYet,
}

fn look_up(entry: &Object, top: &Value<String>, second: &Value<String>) -> Found {
    let Some(key) = top.as_literal() else { return Found::NotKnownYet };
    let Some(inner) = entry.get(key).and_then(Json::as_object) else { return Found::NoKey(key.to_owned()) };
    let Some(name) = second.as_literal() else { return Found::NotKnownYet };
    inner.get(name).map_or_else(|| Found::NoKey(name.to_owned()), |value| Found::Value(value.clone()))
}
