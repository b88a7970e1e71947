//! The template of a stack: its elements in tree order, resolved.

use std::borrow::Cow;

use crate::cfn_condition::EXPRESSION;
use crate::cfn_element::{Body, Presence, Section};
use crate::cfn_resource::{ResourceData, is_synthesized};
use crate::collation::locale_compare;
use crate::context;
use crate::dependency::{self, Graph};
use crate::diagnostic::Diagnostic;
use crate::inclusion::CyclesAllowed;
use crate::ordered_map::OrderedMap;
use crate::overrides::{self, Override, Overrides};
use crate::render::{self, Collection, Layout, Start};
use crate::resolve::Resolver;
use crate::sorting;
use crate::stack::StackData;
use crate::synthesizer::{StackSynthesizer, specialize};
use crate::tags;
use crate::tree::NodeId;
use crate::value::{Json, Object};

use super::sections::Sections;

/// The bootstrap stack's version that deployment needs.
pub(crate) const BOOTSTRAP_VERSION: i64 = 6;

/// The template of a stack as it is printed.
pub(crate) struct Template {
    pub(crate) text: String,
    counts: Vec<(&'static str, usize)>,
}

impl Template {
    /// How many entries a section has.
    pub(crate) fn count(&self, section: &str) -> usize {
        self.counts.iter().find(|(name, _)| *name == section).map_or(0, |(_, count)| *count)
    }
}

/// The template of the resolver's stack, indented by so many spaces for each level.
pub(crate) fn template(
    resolver: &Resolver<'_>,
    stack: &StackData,
    elements: &[NodeId],
    qualifier: &str,
    indent: usize,
) -> Template {
    let layout = Layout::new(indent);
    let mut sections = Sections::new(layout.inner());
    let mut references = Graph::default();
    let mut has_rule = false;
    for &node in elements {
        let Some(element) = resolver.data.element(node) else { continue };
        resolver.scope.set(node);
        let Some(id) = resolver.id(node) else { continue };
        match &element.body {
            Body::Resource(_) if !is_synthesized(resolver.data, node) => {}
            Body::Resource(resource) => {
                tags::check_property(resource).into_iter().for_each(|problem| resolver.problem(problem));
                sections.insert("Resources", &id, &mut |out, layout| {
                    write_resource(resolver, node, resource, out, layout);
                });
                let mut referred = resolver.referred.borrow_mut();
                if !has_cycles_allowed(resolver, node) {
                    references.node(node);
                    references.edges(referred.iter().chain(resource.options.depends_on.keys()).copied());
                }
                referred.clear();
            }
            Body::Entry { presence: Presence::Unused, .. } => {}
            Body::Entry { section, entry, key, .. } => {
                let key = key.as_ref().unwrap_or(&id);
                has_rule |= matches!(section, Section::Rules) && **key == *RULE;
                let resolved = resolver.resolve_object(entry);
                resolver.referred.borrow_mut().clear();
                match (section, resolved.get(EXPRESSION)) {
                    (Section::Conditions, Some(expression)) => sections.insert_json(section.name(), key, expression),
                    (Section::Conditions, None) => {}
                    _ => sections.insert_json(section.name(), key, &Json::Object(resolved)),
                }
            }
        }
    }
    resolver.scope.set(resolver.stack);
    check_resource_cycles(resolver, references);
    if !has_rule {
        add_bootstrap_check(resolver, &mut sections, stack, qualifier);
    }

    let mut text = String::with_capacity(sections.size() + 256);
    let mut template = Collection::object(&mut text, layout);
    for (key, value) in header(resolver, stack).iter() {
        template.key(&mut text, key);
        render::write(&mut text, value, layout.inner());
    }
    let counts = sections.write(&mut template, &mut text);
    template.end(&mut text);
    Template { text, counts }
}

/// The order in which the sections of the head are printed; those of included templates that are not known follow.
const HEAD: &[&str] = &["Description", "Transform", "AWSTemplateFormatVersion", "Metadata"];

fn header(resolver: &Resolver<'_>, stack: &StackData) -> Object {
    let mut header = Object::new();
    if let Some(description) = &stack.description {
        header.insert("Description", description);
    }
    let mut transforms = stack.transforms.clone();
    if resolver.language_extensions.get() {
        transforms.push("AWS::LanguageExtensions".to_owned());
    }
    let mut distinct: Vec<String> = Vec::new();
    for transform in &transforms {
        if !distinct.contains(transform) {
            distinct.push(transform.clone());
        }
    }
    match transforms.as_slice() {
        [] => {}
        [only] => {
            header.insert("Transform", only);
        }
        _ => {
            header.insert("Transform", distinct);
        }
    }
    if let Some(version) = &stack.template_format_version {
        header.insert("AWSTemplateFormatVersion", version);
    }
    if !stack.metadata.is_empty() {
        header.insert("Metadata", Json::Object(resolver.resolve_object(&stack.metadata)));
    }
    for (section, value) in &stack.included {
        if let Some(value) = resolver.resolve(value) {
            include(resolver, &mut header, section, value);
        }
    }
    let rank = |key: &str| HEAD.iter().position(|known| *known == key).unwrap_or(HEAD.len());
    let mut sorted: Vec<(String, Json)> = header.iter().map(|(key, value)| (key.to_owned(), value.clone())).collect();
    sorting::sort_by_key(&mut sorted, |(key, _)| rank(key));
    sorted.into_iter().collect()
}

/// Merges a section of an included template's head with what is there.
fn include(resolver: &Resolver<'_>, header: &mut Object, section: &str, value: Json) {
    let merged = match (section, header.get(section), value) {
        (_, None, value) => value,
        ("Description", Some(Json::String(own)), Json::String(included)) => Json::text(format!("{own}\n{included}")),
        ("Transform", Some(own), value) => merge_transforms(own.clone(), value),
        (_, Some(Json::Object(own)), Json::Object(included)) => {
            let mut merged = own.clone();
            for (key, value) in included.iter() {
                if own.get(key).is_some() {
                    resolver.problem(conflict(format!("`{section}` already contains `{key}`")));
                }
                merged.insert(key, value.clone());
            }
            Json::Object(merged)
        }
        (_, Some(own), value) if own.as_str().is_some() && own.as_str() == value.as_str() => value,
        (_, Some(own), value) => {
            resolver.problem(conflict(format!("`{section}` is {}, and {} as well", describe(own), describe(&value))));
            value
        }
    };
    header.insert(section, merged);
}

fn describe(json: &Json) -> String {
    crate::render::compact(json)
}

fn conflict(message: String) -> Diagnostic {
    Diagnostic::error("core::template-conflict", message)
        .help("take it out of the stack or of one of the templates that are included in it")
}

fn merge_transforms(own: Json, included: Json) -> Json {
    let list = |json: Json| match json {
        Json::List(items) => items,
        one => vec![one],
    };
    let mut merged = list(own);
    for transform in list(included) {
        let known = |other: &Json| describe(other) == describe(&transform);
        if !merged.iter().any(known) {
            merged.push(transform);
        }
    }
    if merged.len() == 1 { merged.remove(0) } else { Json::List(merged) }
}

/// A part of a resource's entry, not resolved yet.
enum Part<'a> {
    Text(&'a str),
    Value(Cow<'a, Json>),
    /// Left out if nothing is in it.
    Collection(Cow<'a, Json>),
}

/// Gives the parts of a resource's entry, in the order that CloudFormation's own tools print.
fn parts(resolver: &Resolver<'_>, node: NodeId, resource: &ResourceData, give: &mut dyn FnMut(&'static str, Part<'_>)) {
    let options = &resource.options;
    give("Type", Part::Text(&resource.type_name));
    give("Properties", Part::Collection(tags::with_tags(resource)));
    let depends_on = render_depends_on(resolver, &options.depends_on);
    if !depends_on.is_empty() {
        give("DependsOn", Part::Value(Cow::Owned(Json::List(depends_on))));
    }
    for (key, policy) in [("CreationPolicy", &options.creation_policy), ("UpdatePolicy", &options.update_policy)] {
        if let Some(policy) = policy {
            give(key, Part::Value(Cow::Borrowed(policy)));
        }
    }
    for (key, policy) in
        [("UpdateReplacePolicy", options.update_replace_policy), ("DeletionPolicy", options.deletion_policy)]
    {
        if let Some(policy) = policy {
            give(key, Part::Text(policy.name()));
        }
    }
    for (key, text) in [("Version", &options.version), ("Description", &options.description)] {
        if let Some(text) = text {
            give(key, Part::Text(text));
        }
    }
    if let Some(metadata) = metadata(resolver, node, resource) {
        give("Metadata", Part::Collection(Cow::Owned(Json::Object(metadata))));
    }
    if let Some(condition) = options.condition.as_ref().and_then(|condition| resolver.logical_id(condition)) {
        give("Condition", Part::Value(Cow::Owned(Json::String(condition))));
    }
}

/// The resource's entry, with what overrides add.
pub(super) fn render_resource(resolver: &Resolver<'_>, node: NodeId, resource: &ResourceData) -> Json {
    let mut entry = Object::new();
    parts(resolver, node, resource, &mut |key, part| {
        let value = match part {
            Part::Text(text) => Some(Json::text(text)),
            Part::Value(value) => resolver.resolve(&value),
            Part::Collection(value) => resolver.resolve(&value).filter(|value| !is_empty(value)),
        };
        if let Some(value) = value {
            entry.insert(key, value);
        }
    });
    let mut entry = Json::Object(entry);
    if !resource.overrides.is_empty() {
        overrides::apply(&mut entry, &resolve_overrides(resolver, &resource.overrides));
    }
    entry
}

/// Writes what [`render_resource`] makes.
fn write_resource(resolver: &Resolver<'_>, node: NodeId, resource: &ResourceData, out: &mut String, layout: Layout) {
    if !resource.overrides.is_empty() {
        return render::write(out, &render_resource(resolver, node, resource), layout);
    }
    let mut entry = Collection::object(out, layout);
    parts(resolver, node, resource, &mut |key, part| {
        entry.optional(out, Start::Name(key), |out| {
            let (start, inner) = (out.len(), layout.inner());
            match part {
                Part::Text(text) => {
                    render::write_string(out, text);
                    true
                }
                Part::Value(value) => resolver.write(out, &value, inner),
                Part::Collection(value) => resolver.write(out, &value, inner) && &out[start..] != "{}",
            }
        });
    });
    entry.end(out);
}

/// What stands in the resource's `Metadata`, if there can be anything.
fn metadata(resolver: &Resolver<'_>, node: NodeId, resource: &ResourceData) -> Option<Object> {
    let own = &resource.options.metadata;
    let has_path = resolver.data.context(node, "aws:cdk:enable-path-metadata").is_some_and(context::is_set);
    if !has_path && own.is_empty() {
        return None;
    }
    let mut metadata = Object::new();
    if has_path {
        metadata.insert("aws:cdk:path", resolver.data.path(node));
    }
    metadata.extend(own.clone());
    Some(metadata)
}

fn has_cycles_allowed(resolver: &Resolver<'_>, node: NodeId) -> bool {
    let states = resolver.data.node(node).extras().map(|extras| extras.state.as_slice()).unwrap_or_default();
    states.iter().any(|state| state.is::<CyclesAllowed>())
}

/// Logical ids sorted by construct path, as JavaScript's `localeCompare` sorts.
fn render_depends_on(resolver: &Resolver<'_>, depends_on: &OrderedMap<NodeId, ()>) -> Vec<Json> {
    let synthesized = depends_on.keys().copied().filter(|id| is_synthesized(resolver.data, *id));
    let mut sorted: Vec<(String, NodeId)> = synthesized.map(|id| (resolver.data.path(id), id)).collect();
    sorting::sort_by(&mut sorted, |(a, _), (b, _)| locale_compare(a, b));
    sorted.into_iter().filter_map(|(_, id)| resolver.id(id).map(Json::String)).collect()
}

/// Resolves the values of overrides; one that gives nothing removes what is there.
fn resolve_overrides(resolver: &Resolver<'_>, overrides: &Overrides) -> Overrides {
    let resolve = |change: &Override| match change {
        Override::Delete => Override::Delete,
        Override::Merge(inner) => Override::Merge(resolve_overrides(resolver, inner)),
        Override::Set(value) => match resolver.resolve(value) {
            Some(value) => Override::from(value),
            None => Override::Delete,
        },
    };
    Overrides { entries: overrides.entries.iter().map(|(key, change)| (key.clone(), resolve(change))).collect() }
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Object(object) => object.is_empty(),
        Json::Typed(bag) => bag.is_empty(),
        _ => false,
    }
}

/// CloudFormation refuses resources that wait for each other, whether by `DependsOn` or by a reference.
fn check_resource_cycles(resolver: &Resolver<'_>, references: Graph) {
    if let Some(cycle) = references.find_cycle() {
        resolver.scope.set(cycle[0]);
        resolver.problem(dependency::cycle_diagnostic(resolver.data, &cycle, "resources"));
        resolver.scope.set(resolver.stack);
    }
}

/// The rule that stops a deployment through a bootstrap stack that is too old.
const RULE: &str = "CheckBootstrapVersion";

/// A parameter and a rule that stop a deployment through a bootstrap stack that is too old.
fn add_bootstrap_check(resolver: &Resolver<'_>, sections: &mut Sections, stack: &StackData, qualifier: &str) {
    let StackSynthesizer::Default(synthesizer) = &stack.synthesizer else { return };
    let already_there = resolver.data.node(resolver.stack).children.contains_key("BootstrapVersion");
    if !synthesizer.generate_bootstrap_version_rule || already_there || stack.nested.is_some() {
        return;
    }
    let parameter = specialize(&synthesizer.bootstrap_stack_version_ssm_parameter, qualifier, None, None);
    sections.insert_json(
        "Parameters",
        "BootstrapVersion",
        &Json::object([
            ("Type", Json::text("AWS::SSM::Parameter::Value<String>")),
            ("Default", Json::text(parameter)),
            (
                "Description",
                Json::text(
                    "Version of the CDK Bootstrap resources in this environment, automatically retrieved from SSM \
                     Parameter Store. [cdk:skip]",
                ),
            ),
        ]),
    );
    let old_versions = (1..BOOTSTRAP_VERSION).map(|version| Json::text(version.to_string())).collect();
    let contains = Json::List(vec![Json::List(old_versions), Json::single("Ref", Json::text("BootstrapVersion"))]);
    let description = format!(
        "CDK bootstrap stack version {BOOTSTRAP_VERSION} required. Please run 'cdk bootstrap' with a recent version of \
         the CDK CLI."
    );
    let assertion = Json::object([
        ("Assert", Json::single("Fn::Not", Json::List(vec![Json::single("Fn::Contains", contains)]))),
        ("AssertDescription", Json::text(description)),
    ]);
    sections.insert_json("Rules", RULE, &Json::single("Assertions", Json::List(vec![assertion])));
}
