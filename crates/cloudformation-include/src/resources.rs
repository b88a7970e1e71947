//! Resources of a template, with all their attributes, as resources of the stack.

use std::collections::BTreeSet;

use aws_cdk_core::{CfnDeletionPolicy, CfnResource, IConstruct, Json, Value, inclusion};
use serde_json::Value as Raw;

use crate::elements::keep_name;
use crate::expression::{Place, as_function};
use crate::order;
use crate::sections::Inclusion;
use crate::shapes;
use crate::template::kind;

/// The attributes of resources; others are passed on as they are.
const ATTRIBUTES: &[&str] = &[
    "Type",
    "Properties",
    "DependsOn",
    "Condition",
    "Metadata",
    "CreationPolicy",
    "UpdatePolicy",
    "DeletionPolicy",
    "UpdateReplacePolicy",
    "Version",
    "Description",
];

impl Inclusion {
    /// Makes all resources, then gives them what they hold: by then each can refer to each.
    #[track_caller]
    pub(crate) fn add_resources(&mut self) {
        let entries = self.entries("Resources");
        let parameters = self.entries("Parameters");
        let needs = order::of_resources(&entries, &|name| parameters.contains_key(name));
        let order = order::order(&needs);
        // Core would tell of these again, or refuse what is allowed here.
        let in_cycles: BTreeSet<&String> = order.cycles.iter().flatten().collect();
        if !self.allow_cyclical_references {
            for cycle in &order.cycles {
                let message = format!("resources refer to each other: {}", cycle.join(" -> "));
                let help = "take the cycle apart, or set `allow_cyclical_references` if a macro does that";
                self.problem("include::cyclic-references", message, help);
            }
        }
        for name in &order.names {
            let kind = entries.get(name).and_then(|raw| raw.get("Type")).and_then(Raw::as_str);
            if kind.is_none_or(str::is_empty) {
                self.problem("include::no-type", format!("resource `{name}` has no `Type`"), "name one, as text");
            }
            // A resource without a type is made as well, so that references to it are not wrong on top of that.
            let kind = kind.filter(|kind| !kind.is_empty()).unwrap_or("(no type)");
            let resource = CfnResource::builder(&self.node, name, kind).build();
            keep_name(&resource, name, self.preserve_logical_ids);
            if in_cycles.contains(name) {
                inclusion::allow_cycles(&resource);
            }
            self.elements.resources.insert(name.clone(), resource);
        }
        for (name, raw) in &entries {
            if let Some(resource) = self.elements.resources.get(name).cloned() {
                self.fill(&resource, name, raw);
            }
        }
    }

    #[track_caller]
    fn fill(&mut self, resource: &CfnResource, name: &str, raw: &Raw) {
        let owner = format!("resource `{name}`");
        let properties = raw.get("Properties").filter(|raw| self.is_object(&owner, "Properties", raw));
        let properties = properties.and_then(|raw| self.parser(Place::Any, &owner).value(raw));
        set_properties(resource, properties.unwrap_or_else(|| Json::Object(Default::default())));
        for (attribute, set) in [
            ("CreationPolicy", inclusion::set_creation_policy as fn(&CfnResource, Json)),
            ("UpdatePolicy", inclusion::set_update_policy),
        ] {
            if let Some(raw) = raw.get(attribute).filter(|raw| self.is_object(&owner, attribute, raw))
                && let Some(policy) = self.parser(Place::Any, &owner).value(raw)
            {
                set(resource, policy);
            }
        }
        for attribute in ["DeletionPolicy", "UpdateReplacePolicy"] {
            if let Some(raw) = raw.get(attribute).filter(|raw| !raw.is_null()) {
                self.set_deletion_policy(resource, &owner, attribute, raw);
            }
        }
        for attribute in ["Version", "Description"] {
            match raw.get(attribute) {
                Some(Raw::String(text)) if attribute == "Version" => drop(resource.cfn_options().set_version(text)),
                Some(Raw::String(text)) => drop(resource.cfn_options().set_description(text)),
                Some(raw) => self.pass_on(resource, &owner, attribute, raw),
                None => {}
            }
        }
        if let Some(raw) = raw.get("Metadata").filter(|raw| self.is_object(&owner, "Metadata", raw)) {
            for (key, value) in self.parser(Place::Any, &owner).object(raw).iter() {
                resource.add_metadata(key, value.clone());
            }
        }
        if let Some(condition) = raw.get("Condition").filter(|condition| !condition.is_null()) {
            let condition = condition.as_str().unwrap_or_default();
            self.parser(Place::Any, &owner).condition(condition);
            if let Some(condition) = self.elements.conditions.get(condition) {
                resource.cfn_options().set_condition(condition);
            }
        }
        for target in order::depends_on(raw) {
            self.depend(resource, &owner, target);
        }
        for (attribute, raw) in raw.as_object().into_iter().flatten() {
            if !ATTRIBUTES.contains(&attribute.as_str()) {
                self.pass_on(resource, &owner, attribute, raw);
            }
        }
    }

    fn is_object(&mut self, owner: &str, attribute: &str, raw: &Raw) -> bool {
        if !raw.is_object() && !raw.is_null() {
            let message = format!("{owner}: `{attribute}` is {}, and not an object", kind(raw));
            self.problem("include::invalid-value", message, "correct the template");
        }
        raw.is_object()
    }

    #[track_caller]
    fn pass_on(&mut self, resource: &CfnResource, owner: &str, attribute: &str, raw: &Raw) {
        if let Some(value) = self.parser(Place::Any, owner).value(raw) {
            resource.add_override(attribute.replace('.', "\\."), value);
        }
    }

    #[track_caller]
    fn set_deletion_policy(&mut self, resource: &CfnResource, owner: &str, attribute: &str, raw: &Raw) {
        let policy = match raw.as_str() {
            Some("Delete") => CfnDeletionPolicy::Delete,
            Some("Retain") => CfnDeletionPolicy::Retain,
            Some("RetainExceptOnCreate") => CfnDeletionPolicy::RetainExceptOnCreate,
            Some("Snapshot") => CfnDeletionPolicy::Snapshot,
            // With the language extensions, a policy may depend on a parameter.
            None if as_function(raw, Place::Any).is_some() => return self.pass_on(resource, owner, attribute, raw),
            _ => {
                let message = format!("{owner}: {raw} is not a `{attribute}`");
                let help = "use Delete, Retain, RetainExceptOnCreate or Snapshot";
                return self.problem("include::invalid-value", message, help);
            }
        };
        let options = resource.cfn_options();
        if attribute == "DeletionPolicy" {
            options.set_deletion_policy(policy);
        } else {
            options.set_update_replace_policy(policy);
        }
    }

    #[track_caller]
    fn depend(&mut self, resource: &CfnResource, owner: &str, target: Option<&str>) {
        let name = target.unwrap_or("(not a name)");
        match self.elements.resources.get(name) {
            Some(target) => resource.node().add_dependency(target),
            None => {
                let message = format!("{owner}: the template has no resource `{name}`, on which it depends");
                self.problem("include::no-such-element", message, "correct `DependsOn`");
            }
        }
    }
}

/// The type with the properties of which its provider does as it likes: they stay as they are, as in the CDK.
const CUSTOM_RESOURCE: &str = "AWS::CloudFormation::CustomResource";

/// Sets properties in the form of the resource's type, if that is known.
#[track_caller]
fn set_properties(resource: &CfnResource, properties: Json) {
    let kind = resource.cfn_resource_type();
    let shape = if kind == CUSTOM_RESOURCE { None } else { shapes::find(&kind) };
    let (Some(shape), Json::Object(raw)) = (shape, &properties) else {
        return inclusion::set_properties(resource, properties);
    };
    let typed = shape.convert(raw);
    inclusion::set_typed_properties(resource, shape.resource_type(), &typed.known);
    // They follow those that are known, at all levels.
    for (path, value) in typed.unknown {
        resource.add_property_override(path, Value::<Json>::from_json(value));
    }
}
