//! Parameters, mappings, conditions, rules, hooks, outputs and the head of a template, as elements of the stack.

use aws_cdk_core::inclusion::{self, OUTPUT_KEYS, PARAMETER_KEYS, RULE_KEYS};
use aws_cdk_core::{
    CfnCondition, CfnHook, CfnMapping, CfnOutput, CfnParameter, CfnRule, Construct, Diagnostic, Json, Node, Stack,
    Value,
};
use serde_json::{Map, Value as Raw};

use crate::elements::{Elements, keep_name};
use crate::expression::{Parser, Place};
use crate::order;
use crate::template::{Template, check_keys};

/// A template on its way into the tree.
#[derive(Debug)]
pub(crate) struct Inclusion {
    pub(crate) node: Node,
    pub(crate) template: Template,
    pub(crate) elements: Elements,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) preserve_logical_ids: bool,
    pub(crate) allow_cyclical_references: bool,
}

const HOOK_KEYS: &[&str] = &["Type", "Properties"];

impl Inclusion {
    /// Reads values of one element.
    pub(crate) fn parser(&mut self, place: Place, owner: impl Into<String>) -> Parser<'_> {
        Parser { elements: &self.elements, place, owner: owner.into(), problems: &mut self.problems }
    }

    pub(crate) fn entries(&self, section: &str) -> Map<String, Raw> {
        self.template.section(section).clone()
    }

    pub(crate) fn problem(&mut self, code: &'static str, message: String, help: &str) {
        self.problems.push(Diagnostic::error(code, message).help(help));
    }

    #[track_caller]
    pub(crate) fn add_mappings(&mut self) {
        let scope = Construct::new(&self.node, "$Mappings");
        for (name, raw) in self.entries("Mappings") {
            let object = self.parser(Place::Literal, format!("mapping `{name}`")).object(&raw);
            let mapping = CfnMapping::new(&scope, &name, Json::Object(object));
            keep_name(&mapping, &name, self.preserve_logical_ids);
            self.elements.mappings.insert(name, mapping);
        }
    }

    #[track_caller]
    pub(crate) fn add_parameters(&mut self) {
        let known = self.entries("Parameters");
        for name in self.elements.replaced.keys().filter(|name| !known.contains_key(*name)) {
            let message = format!("the template has no parameter `{name}`, for which a value is given");
            let names: Vec<&str> = known.keys().map(String::as_str).collect();
            let help = match names.as_slice() {
                [] => "it has none".to_owned(),
                names => format!("it has: {}", names.join(", ")),
            };
            self.problems.push(Diagnostic::error("include::unknown-parameter", message).help(help));
        }
        for (name, raw) in known {
            if self.elements.replaced.contains_key(&name) {
                continue;
            }
            let owner = format!("parameter `{name}`");
            check_keys(&owner, &raw, PARAMETER_KEYS, &mut self.problems);
            if raw.get("Type").is_some_and(|kind| !kind.is_string()) {
                self.problem("include::invalid-value", format!("{owner}: `Type` is not text"), "use text");
            }
            let entry = self.parser(Place::Literal, owner).object(&raw);
            let mut builder = CfnParameter::builder(&self.node, &name);
            for (key, value) in entry.iter() {
                builder = match key {
                    "Type" => builder.parameter_type(value.as_str().unwrap_or("String")),
                    "Default" => builder.default(value.clone()),
                    "AllowedPattern" => builder.allowed_pattern(Value::<String>::from_json(value.clone())),
                    "AllowedValues" => builder.allowed_values(Value::<Vec<String>>::from_json(value.clone())),
                    "ConstraintDescription" => {
                        builder.constraint_description(Value::<String>::from_json(value.clone()))
                    }
                    "Description" => builder.description(Value::<String>::from_json(value.clone())),
                    "MaxLength" => builder.max_length(Value::<i64>::from_json(value.clone())),
                    "MaxValue" => builder.max_value(Value::<f64>::from_json(value.clone())),
                    "MinLength" => builder.min_length(Value::<i64>::from_json(value.clone())),
                    "MinValue" => builder.min_value(Value::<f64>::from_json(value.clone())),
                    "NoEcho" => builder.no_echo(Value::<bool>::from_json(value.clone())),
                    _ => builder,
                };
            }
            let parameter = builder.build();
            keep_name(&parameter, &name, self.preserve_logical_ids);
            self.elements.parameters.insert(name, parameter);
        }
    }

    #[track_caller]
    pub(crate) fn add_conditions(&mut self) {
        let scope = Construct::new(&self.node, "$Conditions");
        let entries = self.entries("Conditions");
        let order = order::order(&order::of_conditions(&entries));
        for cycle in order.cycles {
            let message = format!("conditions depend on each other: {}", cycle.join(" -> "));
            self.problem("include::cyclic-conditions", message, "take one of them apart");
        }
        for name in &order.names {
            let condition = CfnCondition::without_expression(&scope, name);
            keep_name(&condition, name, self.preserve_logical_ids);
            self.elements.conditions.insert(name.clone(), condition);
        }
        for (name, raw) in entries {
            let expression = self.parser(Place::Condition, format!("condition `{name}`")).value(&raw);
            if let (Some(condition), Some(expression)) = (self.elements.conditions.get(&name), expression) {
                condition.set_expression(inclusion::condition_expression(expression));
            }
        }
    }

    #[track_caller]
    pub(crate) fn add_rules(&mut self) {
        let scope = Construct::new(&self.node, "$Rules");
        for (name, raw) in self.entries("Rules") {
            let owner = format!("rule `{name}`");
            check_keys(&owner, &raw, RULE_KEYS, &mut self.problems);
            let entry = self.parser(Place::Rule, owner).object(&raw);
            let rule = CfnRule::new(&scope, &name);
            for key in RULE_KEYS {
                if let Some(value) = entry.get(key) {
                    inclusion::set_rule_entry(&rule, key, value.clone());
                }
            }
            keep_name(&rule, &name, self.preserve_logical_ids);
            self.elements.rules.insert(name, rule);
        }
    }

    #[track_caller]
    pub(crate) fn add_hooks(&mut self) {
        let scope = Construct::new(&self.node, "$Hooks");
        for (name, raw) in self.entries("Hooks") {
            let owner = format!("hook `{name}`");
            check_keys(&owner, &raw, HOOK_KEYS, &mut self.problems);
            let properties = match raw.get("Properties") {
                Some(properties) => self.parser(Place::Any, owner).value(properties),
                None => Some(Json::Object(Default::default())),
            };
            let Some(kind) = raw.get("Type").and_then(Raw::as_str) else {
                self.problem("include::no-type", format!("hook `{name}` has no `Type`"), "name one, as text");
                continue;
            };
            let hook = CfnHook::new(&scope, &name, kind, properties.unwrap_or(Json::Null));
            keep_name(&hook, &name, self.preserve_logical_ids);
            self.elements.hooks.insert(name, hook);
        }
    }

    #[track_caller]
    pub(crate) fn add_outputs(&mut self) {
        let scope = Construct::new(&self.node, "$Outputs");
        for (name, raw) in self.entries("Outputs") {
            let owner = format!("output `{name}`");
            check_keys(&owner, &raw, OUTPUT_KEYS, &mut self.problems);
            let entry = self.parser(Place::Any, &owner).object(&raw);
            let Some(value) = entry.get("Value") else {
                self.problem("include::no-value", format!("{owner} has no `Value`"), "give it one");
                continue;
            };
            let mut builder = CfnOutput::builder(&scope, &name, Value::from_json(value.clone()));
            match entry.get("Description") {
                Some(Json::String(description)) => builder = builder.description(&**description),
                Some(_) => {
                    self.problem("include::invalid-value", format!("{owner}: `Description` is not text"), "use text");
                }
                None => {}
            }
            if let Some(export) = entry.get("Export") {
                match export.as_object().and_then(|export| export.get("Name")) {
                    Some(export) => builder = builder.export_name(Value::from_json(export.clone())),
                    None => {
                        let message = format!("{owner}: `Export` has no `Name`");
                        self.problem("include::invalid-value", message, "write `Export: { Name: … }`");
                    }
                }
            }
            if let Some(condition) = raw.get("Condition").filter(|condition| !condition.is_null()) {
                let condition = condition.as_str().unwrap_or_default();
                self.parser(Place::Any, owner).condition(condition);
                if let Some(condition) = self.elements.conditions.get(condition) {
                    builder = builder.condition(condition);
                }
            }
            let output = builder.build();
            keep_name(&output, &name, self.preserve_logical_ids);
            self.elements.outputs.insert(name, output);
        }
    }

    /// What is said of the template as a whole becomes part of the stack's.
    #[track_caller]
    pub(crate) fn add_head(&mut self) {
        let stack = Stack::of(&self.node);
        let head: Vec<(String, Raw)> =
            self.template.head().map(|(section, value)| (section.to_owned(), value.clone())).collect();
        for (section, raw) in head {
            let value = self.parser(Place::Any, format!("section `{section}`")).value(&raw);
            if let Some(value) = value {
                inclusion::add_head(&stack, &section, value);
            }
        }
    }
}
