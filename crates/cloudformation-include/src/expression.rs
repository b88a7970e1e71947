//! Values of a template: references and functions become tokens that follow the constructs they name.

use aws_cdk_core::inclusion::{ValueKind, intrinsic};
use aws_cdk_core::{Diagnostic, Fn, ICfnElement, Json, Object, Token, Value};
use serde_json::Value as Raw;

use crate::elements::Elements;

/// The parameters that every template has.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>.
const PSEUDO_PARAMETERS: &[&str] = &[
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// Functions whose arguments name no element, and what they give.
const PLAIN_FUNCTIONS: &[(&str, ValueKind)] = &[
    ("Fn::And", ValueKind::Any),
    ("Fn::Base64", ValueKind::String),
    ("Fn::Cidr", ValueKind::List),
    ("Fn::Contains", ValueKind::Any),
    ("Fn::EachMemberEquals", ValueKind::Any),
    ("Fn::EachMemberIn", ValueKind::Any),
    ("Fn::Equals", ValueKind::Any),
    ("Fn::GetAZs", ValueKind::List),
    ("Fn::GetStackOutput", ValueKind::String),
    ("Fn::ImportValue", ValueKind::String),
    ("Fn::Length", ValueKind::Number),
    ("Fn::Not", ValueKind::Any),
    ("Fn::Or", ValueKind::Any),
    ("Fn::RefAll", ValueKind::List),
    ("Fn::ToJsonString", ValueKind::String),
    ("Fn::Transform", ValueKind::Any),
    ("Fn::ValueOfAll", ValueKind::List),
];

/// Where a value stands, which decides what it may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a parameter or mapping: nothing.
    Literal,
    /// In a condition: parameters, mappings and conditions.
    Condition,
    /// In a rule: parameters.
    Rule,
    /// Elsewhere: everything.
    Any,
}

/// Turns values of a template into values of the library.
pub(crate) struct Parser<'a> {
    pub(crate) elements: &'a Elements,
    pub(crate) place: Place,
    /// What the values belong to, as in ``resource `Queue` ``.
    pub(crate) owner: String,
    pub(crate) problems: &'a mut Vec<Diagnostic>,
}

/// The function that an object is, if it is one: its name and arguments.
pub(crate) fn as_function(raw: &Raw, place: Place) -> Option<(&str, &Raw)> {
    let entries = raw.as_object().filter(|entries| entries.len() == 1)?;
    let (name, arguments) = entries.iter().next()?;
    let is_function = name == "Ref" || name.starts_with("Fn::") || (place == Place::Condition && name == "Condition");
    is_function.then_some((name, arguments))
}

pub(crate) fn text(text: impl AsRef<str>) -> Json {
    Value::<String>::from(text.as_ref()).into_json()
}

pub(crate) fn token<T>(token: Token<T>) -> Json {
    Value::<Json>::from(token).into_json()
}

impl Parser<'_> {
    pub(crate) fn problem(&mut self, code: &'static str, message: String, help: &str) {
        self.problems.push(Diagnostic::error(code, format!("{}: {message}", self.owner)).help(help));
    }

    pub(crate) fn missing(&mut self, what: &str, name: &str) {
        self.problem(
            "include::no-such-element",
            format!("the template has no {what} `{name}`"),
            "check the spelling of the name, which is case-sensitive",
        );
    }

    pub(crate) fn wrong_arguments(&mut self, function: &str, expected: &str) {
        self.problem("include::invalid-function", format!("`{function}` takes {expected}"), "correct the template");
    }

    /// The value; `None` for `null`, which is left out.
    pub(crate) fn value(&mut self, raw: &Raw) -> Option<Json> {
        if let Some((name, arguments)) = as_function(raw, self.place) {
            return Some(self.function(name, arguments).unwrap_or_else(|| text("")));
        }
        match raw {
            Raw::Null => None,
            Raw::Array(items) => Some(Json::List(items.iter().filter_map(|item| self.value(item)).collect())),
            Raw::Object(_) => Some(Json::Object(self.object(raw))),
            literal => Some(Value::<Json>::from(literal.clone()).into_json()),
        }
    }

    /// The entries of an object, whether or not it looks like a function.
    pub(crate) fn object(&mut self, raw: &Raw) -> Object {
        let entries = raw.as_object().into_iter().flatten();
        entries.filter_map(|(key, value)| Some((key, self.value(value)?))).collect()
    }

    /// A function as a value; `None` if it is wrong, which is then recorded.
    fn function(&mut self, name: &str, raw: &Raw) -> Option<Json> {
        match name {
            "Ref" => self.reference(raw),
            "Fn::GetAtt" => self.attribute(raw),
            "Fn::Sub" => self.substitution(raw),
            "Condition" => {
                let condition = self.condition(raw.as_str().unwrap_or_default())?;
                Some(Json::Object([("Condition", condition)].into_iter().collect()))
            }
            "Fn::If" => {
                let arguments = self.arguments(name, raw, 3..=3, "a condition and two values")?;
                let Some(condition) = arguments[0].as_str().map(str::to_owned) else {
                    self.wrong_arguments(name, "the name of a condition first");
                    return None;
                };
                let condition = self.condition(&condition)?;
                Some(intrinsic("Fn::If", with_first(arguments, condition), ValueKind::Any))
            }
            "Fn::FindInMap" => {
                let expected = "a mapping, two keys, and a default value at most";
                let arguments = self.arguments(name, raw, 3..=4, expected)?;
                let Some(mapping) = arguments[0].as_str().map(str::to_owned) else {
                    return Some(intrinsic("Fn::FindInMap", Json::List(arguments), ValueKind::String));
                };
                let Some(mapping) = self.elements.mappings.get(&mapping) else {
                    self.missing("mapping", &mapping);
                    return None;
                };
                let mapping = token(mapping.logical_id());
                Some(intrinsic("Fn::FindInMap", with_first(arguments, mapping), ValueKind::String))
            }
            "Fn::ValueOf" => {
                let arguments = self.arguments(name, raw, 2..=2, "a parameter and an attribute")?;
                let parameter = self.parameter_id(arguments[0].as_str().unwrap_or_default())?;
                Some(intrinsic("Fn::ValueOf", with_first(arguments, parameter), ValueKind::String))
            }
            "Fn::Join" => {
                // It stays as it is, literals included, as in the CDK.
                let arguments = self.arguments(name, raw, 2..=2, "a delimiter and a list")?;
                Some(intrinsic("Fn::Join", Json::List(arguments), ValueKind::String))
            }
            "Fn::Split" => self.split(raw),
            "Fn::Select" => self.select(raw),
            _ => self.plain_function(name, raw),
        }
    }

    fn plain_function(&mut self, name: &str, raw: &Raw) -> Option<Json> {
        if let Some((name, kind)) = PLAIN_FUNCTIONS.iter().find(|(known, _)| *known == name) {
            return Some(intrinsic(name, self.value(raw)?, *kind));
        }
        let help = if name.starts_with("Fn::ForEach") {
            "loops are not known before deployment: expand them, or keep the template in a stack of its own"
        } else {
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html lists them"
        };
        self.problem("include::unknown-function", format!("`{name}` is not supported"), help);
        None
    }

    fn arguments(
        &mut self,
        name: &str,
        raw: &Raw,
        count: std::ops::RangeInclusive<usize>,
        expected: &str,
    ) -> Option<Vec<Json>> {
        match self.value(raw) {
            Some(Json::List(items)) if count.contains(&items.len()) => Some(items),
            _ => {
                self.wrong_arguments(name, expected);
                None
            }
        }
    }

    fn reference(&mut self, raw: &Raw) -> Option<Json> {
        let Some(name) = raw.as_str() else {
            self.wrong_arguments("Ref", "the name of a parameter or resource");
            return None;
        };
        if let Some(value) = self.elements.replaced.get(name) {
            return Some(value.clone());
        }
        if PSEUDO_PARAMETERS.contains(&name) {
            let kind = if name == "AWS::NotificationARNs" { ValueKind::List } else { ValueKind::String };
            return Some(intrinsic("Ref", text(name), kind));
        }
        if self.place != Place::Literal
            && let Some(parameter) = self.elements.parameters.get(name)
        {
            return Some(token(parameter.value_as_any()));
        }
        let resource = self.elements.resources.get(name).filter(|_| self.place == Place::Any);
        let found = resource.map(|resource| token(resource.ref_()));
        if found.is_none() {
            self.missing(if self.place == Place::Any { "parameter or resource" } else { "parameter" }, name);
        }
        found
    }

    pub(crate) fn resource_id(&mut self, name: &str) -> Option<Json> {
        if self.place != Place::Any {
            let message = "attributes of resources are not known where this is decided".to_owned();
            self.problem("include::invalid-function", message, "use a parameter instead");
            return None;
        }
        let found = self.elements.resources.get(name).map(|resource| token(resource.logical_id()));
        if found.is_none() {
            self.missing("resource", name);
        }
        found
    }

    fn attribute(&mut self, raw: &Raw) -> Option<Json> {
        let expected = "a resource and an attribute";
        if let Some((resource, attribute)) = raw.as_str().and_then(|text| text.split_once('.')) {
            // The text stays one, as in the template; both forms mean the same.
            let id = self.resource_id(resource)?;
            let both = concat([id, text(format!(".{attribute}"))]);
            return Some(intrinsic("Fn::GetAtt", both, ValueKind::String));
        }
        let Some([Raw::String(resource), attribute]) = raw.as_array().map(Vec::as_slice) else {
            self.wrong_arguments("Fn::GetAtt", expected);
            return None;
        };
        let id = self.resource_id(resource)?;
        match attribute.as_str() {
            Some(attribute) => self.elements.resources.get(resource).map(|resource| token(resource.get_att(attribute))),
            None => {
                let attribute = self.value(attribute)?;
                Some(intrinsic("Fn::GetAtt", Json::List(vec![id, attribute]), ValueKind::String))
            }
        }
    }

    pub(crate) fn condition(&mut self, name: &str) -> Option<Json> {
        let found = self.elements.conditions.get(name).map(|condition| token(condition.logical_id()));
        if found.is_none() {
            self.missing("condition", name);
        }
        found
    }

    fn parameter_id(&mut self, name: &str) -> Option<Json> {
        if self.elements.replaced.contains_key(name) {
            self.problem(
                "include::replaced-parameter",
                format!("`Fn::ValueOf` needs the parameter `{name}`, in the place of which stands a value"),
                "leave the parameter in the template",
            );
            return None;
        }
        let found = self.elements.parameters.get(name).map(|parameter| token(parameter.logical_id()));
        if found.is_none() {
            self.missing("parameter", name);
        }
        found
    }

    fn split(&mut self, raw: &Raw) -> Option<Json> {
        let arguments = self.arguments("Fn::Split", raw, 2..=2, "a delimiter and a text")?;
        Some(match &arguments[..] {
            [Json::String(delimiter), source @ (Json::String(_) | Json::Token(_))] => {
                Fn::split(delimiter, Value::from_json(source.clone())).into_json()
            }
            _ => intrinsic("Fn::Split", Json::List(arguments), ValueKind::List),
        })
    }

    fn select(&mut self, raw: &Raw) -> Option<Json> {
        let arguments = self.arguments("Fn::Select", raw, 2..=2, "an index and a list")?;
        let index = match &arguments[0] {
            Json::Int(index) => usize::try_from(*index).ok(),
            Json::String(index) => index.parse().ok(),
            Json::Token(_) => None,
            _ => {
                self.wrong_arguments("Fn::Select", "an index, counted from 0, and a list");
                return None;
            }
        };
        if let (Some(index), Json::List(items)) = (index, &arguments[1])
            && items.iter().all(|item| !matches!(item, Json::Token(_)))
        {
            let found = items.get(index).cloned();
            if found.is_none() {
                self.wrong_arguments(
                    "Fn::Select",
                    &format!("one of {} elements, and not element {index}", items.len()),
                );
            }
            return found;
        }
        Some(intrinsic("Fn::Select", Json::List(arguments), ValueKind::String))
    }
}

fn with_first(mut arguments: Vec<Json>, first: Json) -> Json {
    arguments[0] = first;
    Json::List(arguments)
}

pub(crate) fn concat(parts: impl IntoIterator<Item = Json>) -> Json {
    Fn::join("", Value::from_json(Json::List(parts.into_iter().collect()))).into_json()
}
