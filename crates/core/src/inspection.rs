//! Inspections: checks that look at all resources of an app at once, after aspects and before templates are rendered.

use std::borrow::Cow;
use std::cell::RefCell;
use std::panic::Location;
use std::rc::Rc;

use crate::cfn_resource::is_synthesized;
use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};
use crate::ordered_map::OrderedMap;
use crate::overrides;
use crate::quota::{self, Quota, Usage};
use crate::references::Imports;
use crate::render;
use crate::resolve::Resolver;
use crate::token::{AnyToken, Attribute, TokenKind};
use crate::tree::{NodeId, Tree, TreeData};
use crate::value::Json;

/// A check of a whole app: its name, the types of resources that it looks at, and what it does.
#[derive(Clone, Copy)]
struct Check {
    name: &'static str,
    types: &'static [&'static str],
    run: fn(&Inspection<'_>),
}

/// The checks of an app, kept at its root.
#[derive(Default)]
struct Checks(RefCell<Vec<Check>>);

/// The resources of an app, each as it will be rendered but for its tokens.
///
/// ```
/// use aws_cdk_core::{App, CfnResource, Diagnostic, Inspection, Stack};
///
/// fn queues_have_names(inspection: &Inspection<'_>) {
///     for queue in inspection.resources("AWS::SQS::Queue") {
///         if queue.get("QueueName").is_none() {
///             inspection.report(queue, Diagnostic::error("books::queue-name", "a queue has no name"));
///         }
///     }
/// }
///
/// # let directory = std::env::temp_dir().join("aws-cdk-core-doc-inspection");
/// # let app = App::builder().outdir(&directory).build();
/// let stack = Stack::new(&app, "Stack");
/// Inspection::add_to(&app, "queues_have_names", &["AWS::SQS::Queue"], queues_have_names);
/// CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
/// let error = app.synth().unwrap_err();
/// assert_eq!(error.diagnostics()[0].code(), "books::queue-name");
/// ```
pub struct Inspection<'a> {
    data: &'a TreeData,
    by_type: OrderedMap<&'a str, OrderedMap<NodeId, InspectedResource<'a>>>,
    outcome: RefCell<Outcome>,
}

/// What inspections found and made.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) found: Vec<(NodeId, Diagnostic)>,
    pub(crate) usages: Vec<Usage>,
    pub(crate) files: Vec<(String, String)>,
}

/// Which resource: equal for the same one, in the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(NodeId);

/// A resource as an [`Inspection`] sees it.
pub struct InspectedResource<'a> {
    id: NodeId,
    data: &'a TreeData,
    tree: &'a Rc<Tree>,
    properties: Cow<'a, Json>,
    is_overridden: bool,
}

/// Runs all inspections of an app.
pub(crate) fn run(tree: &Rc<Tree>, data: &TreeData, imports: &Imports) -> Outcome {
    let root = data.node(NodeId::ROOT).extras();
    let states = root.map(|extras| extras.state.as_slice()).unwrap_or_default();
    let checks = states.iter().find_map(|state| state.downcast_ref::<Checks>());
    let checks = checks.map(|checks| checks.0.borrow().clone()).unwrap_or_default();
    if checks.is_empty() {
        return Outcome::default();
    }
    let mut by_type: OrderedMap<&str, OrderedMap<NodeId, InspectedResource<'_>>> =
        checks.iter().flat_map(|check| check.types).map(|name| (*name, OrderedMap::new())).collect();
    for id in data.preorder(NodeId::ROOT, &|_| true) {
        let Some(resource) = data.resource(id) else { continue };
        let Some(of_type) = by_type.get_mut(&*resource.type_name) else { continue };
        if !is_synthesized(data, id) {
            continue;
        }
        let mut properties = Cow::Borrowed(&resource.properties);
        if has_lazy_values(&properties) {
            properties = Cow::Owned(with_lazy_values(tree, data, id, imports, &properties));
        }
        let changes = resource.overrides.of_properties();
        if let Some(changes) = changes {
            overrides::apply(properties.to_mut(), changes);
        }
        let is_overridden = changes.is_some();
        of_type.insert(id, InspectedResource { id, data, tree, properties, is_overridden });
    }
    let inspection = Inspection { data, by_type, outcome: RefCell::default() };
    for check in checks {
        (check.run)(&inspection);
    }
    inspection.outcome.into_inner()
}

impl<'a> Inspection<'a> {
    /// Adds a check to the app of a construct, once for each name. It sees the resources of the types.
    pub fn add_to(
        construct: &impl IConstruct,
        name: &'static str,
        types: &'static [&'static str],
        run: fn(&Inspection<'_>),
    ) {
        let root = construct.node().root();
        let checks = root.state::<Checks>().unwrap_or_else(|| {
            let checks = Rc::new(Checks::default());
            root.set_state(checks.clone());
            checks
        });
        let mut checks = checks.0.borrow_mut();
        if checks.iter().all(|check| check.name != name) {
            checks.push(Check { name, types, run });
        }
    }

    /// The resources of a type, in the order of the tree.
    pub fn resources(&self, type_name: &str) -> impl Iterator<Item = &InspectedResource<'a>> + use<'a, '_> {
        let mut resources = self.by_type.get(type_name).map(OrderedMap::values);
        std::iter::from_fn(move || resources.as_mut()?.next())
    }

    /// Reports a diagnostic on a resource, or on the L2 construct that it is the main part of, at the place where the user's code made
    /// it.
    pub fn report(&self, resource: &InspectedResource<'_>, diagnostic: Diagnostic) {
        self.report_at(resource, diagnostic, resource.location());
    }

    /// Reports a diagnostic as [`Inspection::report`] does, at another place in the user's code. Whoever overrides properties by hand
    /// answers for them: an error of such a resource becomes a warning.
    pub fn report_at(&self, resource: &InspectedResource<'_>, diagnostic: Diagnostic, at: &'static Location<'static>) {
        let diagnostic = if resource.is_overridden { diagnostic.demoted() } else { diagnostic };
        self.outcome.borrow_mut().found.push((resource.owner(), diagnostic.at(at)));
    }

    /// Counts what a resource uses of a quota: it goes into `limits.json`, is a warning from 80 % on and an error above the quota.
    /// `counted` are the resources that were counted, by which the construct that has most of them is named.
    pub fn count(&self, resource: &InspectedResource<'_>, quota: &'static Quota, counted: &[ResourceId]) {
        self.usage(resource.owner(), self.data.node(resource.id).location, quota, counted);
    }

    /// Counts what a stack uses of a quota that is of an account and region, as [`Inspection::count`] does.
    pub fn count_in_stack(&self, resource: &InspectedResource<'_>, quota: &'static Quota, counted: &[ResourceId]) {
        let stack = self.data.stack_of(resource.id).unwrap_or(NodeId::ROOT);
        self.usage(stack, self.data.node(stack).location, quota, counted);
    }

    /// Records what a resource uses of a quota in `limits.json`, and says nothing of it.
    pub fn record(&self, resource: &InspectedResource<'_>, quota: &'static Quota, count: u64) {
        self.outcome.borrow_mut().usages.push(Usage::new(self.data, quota, resource.owner(), count));
    }

    fn usage(&self, node: NodeId, at: &'static Location<'static>, quota: &'static Quota, counted: &[ResourceId]) {
        let usage = Usage::new(self.data, quota, node, counted.len() as u64);
        let ids = || counted.iter().map(|ResourceId(id)| *id).collect::<Vec<_>>();
        let scope = self.data.stack_of(node).unwrap_or(node);
        let diagnostic = usage.diagnostic(&|| quota::most_used(self.data, scope, &ids(), quota.what));
        let mut outcome = self.outcome.borrow_mut();
        outcome.found.extend(diagnostic.map(|diagnostic| (node, diagnostic.at(at))));
        outcome.usages.push(usage);
    }

    /// How many of something a construct may have: the quota, unless context says that AWS raised it.
    pub fn limit(&self, resource: &InspectedResource<'_>, quota: &'static Quota) -> u64 {
        Usage::new(self.data, quota, resource.owner(), 0).limit
    }

    /// Adds a file to the output directory, beside the templates, written if there is no error. Its name must be one that
    /// [`crate::App::synth`] knows as its own, so that it is taken away when it is not made any more: `api.html`.
    #[doc(hidden)]
    pub fn add_file(&self, name: &str, text: String) {
        self.outcome.borrow_mut().files.push((name.to_owned(), text));
    }

    /// Whether checks against what AWS takes are wanted; see
    /// [`crate::AppBuilder::builtin_cloudformation_validation`].
    pub fn validates(&self) -> bool {
        self.data.stage(NodeId::ROOT).is_some_and(|app| !app.no_value_checks)
    }

    /// The resource of an id.
    pub fn resource(&self, id: ResourceId) -> Option<&InspectedResource<'a>> {
        let resource = self.data.resource(id.0)?;
        self.by_type.get(&*resource.type_name)?.get(&id.0)
    }
}

impl<'a> InspectedResource<'a> {
    /// Which resource it is.
    pub fn id(&self) -> ResourceId {
        ResourceId(self.id)
    }

    /// The CloudFormation type, such as `AWS::SQS::Queue`.
    pub fn resource_type(&self) -> &str {
        self.data.resource(self.id).map_or("", |resource| &resource.type_name)
    }

    /// The construct of the resource.
    pub fn node(&self) -> Node {
        Node::new(self.tree.clone(), self.id)
    }

    /// The construct that it is the main part of: the L2 construct around a child of the id `Resource`, else the resource itself.
    fn owner(&self) -> NodeId {
        let node = self.data.node(self.id);
        let is_main = matches!(node.shown_id(), "Resource" | "Default");
        node.parent.filter(|_| is_main).filter(|parent| self.data.stack(*parent).is_none()).unwrap_or(self.id)
    }

    /// The construct that messages name: the L2 construct that it is the main part of, else the resource itself.
    pub fn construct(&self) -> Node {
        Node::new(self.tree.clone(), self.owner())
    }

    /// Where the user's code made it.
    pub fn location(&self) -> &'static Location<'static> {
        self.data.node(self.id).location
    }

    /// The stack's region, if it is known.
    pub fn region(&self) -> Option<&'a str> {
        let stack = self.data.stack(self.data.stack_of(self.id)?)?;
        stack.env.region.as_deref()
    }

    /// Which stack it is in: equal for the same one.
    pub fn stack(&self) -> Option<ResourceId> {
        self.data.stack_of(self.id).map(ResourceId)
    }

    /// A property by its CloudFormation name, as it will be rendered but for its tokens.
    pub fn get(&self, name: &str) -> Option<&Json> {
        entry(&self.properties, name)
    }

    /// A property inside others.
    pub fn get_in(&self, path: &[&str]) -> Option<&Json> {
        path.iter().try_fold(&*self.properties, |value, name| entry(value, name))
    }

    /// The entries of a property that is an object; those whose key is a token are left out.
    pub fn entries_of(&self, name: &str) -> impl Iterator<Item = (&str, &Json)> {
        let mut entries = self.get(name).map(entries);
        std::iter::from_fn(move || entries.as_mut()?.next())
    }

    /// A property that is text, if it is a literal.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(literal_text)
    }

    /// The resource that a property refers to with `Ref` or `Fn::GetAtt`.
    pub fn reference(&self, name: &str) -> Option<ResourceId> {
        self.get(name).and_then(target)
    }
}

fn has_lazy_values(properties: &Json) -> bool {
    match properties {
        Json::Typed(bag) => bag.entries().any(|(_, value)| is_lazy(value)),
        _ => false,
    }
}

fn is_lazy(value: &Json) -> bool {
    matches!(value, Json::Token(token) if matches!(&*token.kind, TokenKind::Lazy(_)))
}

/// The properties with what their lazy values are now; those inside others stay.
fn with_lazy_values(tree: &Rc<Tree>, data: &TreeData, id: NodeId, imports: &Imports, properties: &Json) -> Json {
    let resolver = Resolver::new(tree, data, data.stack_of(id).unwrap_or(NodeId::ROOT), None, imports);
    resolver.scope.set(id);
    match properties {
        Json::Typed(bag) => Json::Typed(Box::new(bag.filter_map(|value| resolver.produce(value)))),
        other => other.clone(),
    }
}

/// The value of a key, of an object with or without a type.
pub fn entry<'j>(value: &'j Json, key: &str) -> Option<&'j Json> {
    match value {
        Json::Typed(bag) => bag.get(key),
        Json::Object(object) => object.get(key),
        _ => None,
    }
}

/// The entries of an object with or without a type; those whose key is a token are left out.
pub fn entries(value: &Json) -> impl Iterator<Item = (&str, &Json)> {
    let (mut typed, mut untyped) = match value {
        Json::Typed(bag) => (Some(bag.entries()), None),
        Json::Object(object) => (None, Some(object.iter())),
        _ => (None, None),
    };
    std::iter::from_fn(move || match &mut typed {
        Some(typed) => typed.next(),
        None => untyped.as_mut()?.next(),
    })
}

/// Text that is known now: a literal without a dynamic reference, which CloudFormation replaces.
pub fn literal_text(value: &Json) -> Option<&str> {
    // Most text has no brace, which is found out quickly.
    value.as_str().filter(|text| !text.match_indices('{').any(|(start, _)| text[start..].starts_with("{{resolve:")))
}

/// The resource of which a value is a `Ref` or `Fn::GetAtt`.
pub fn target(value: &Json) -> Option<ResourceId> {
    match value {
        Json::Token(token) => token_target(token),
        _ => None,
    }
}

fn token_target(token: &AnyToken) -> Option<ResourceId> {
    match &*token.kind {
        TokenKind::Reference { target, attribute: Attribute::Ref | Attribute::GetAtt(_) } => {
            Some(ResourceId(target.id))
        }
        TokenKind::Consume { reference, .. } => token_target(reference),
        TokenKind::CrossEnvironment { inside, .. } => token_target(inside),
        _ => None,
    }
}

/// The parts of text that is put together: literals and tokens. Of anything else, the value alone.
pub fn parts(value: &Json) -> &[Json] {
    match value {
        Json::Token(token) => match &*token.kind {
            TokenKind::Concat(parts) => parts,
            _ => std::slice::from_ref(value),
        },
        _ => std::slice::from_ref(value),
    }
}

/// A value as people read it: literals as they are, tokens in braces by what they stand for.
pub fn shown(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.to_string(),
        Json::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Json::Token(token) => shown_token(token),
        Json::Object(object) => match entries(value).next() {
            Some((name, _)) if object.len() == 1 => format!("{{{name}}}"),
            _ => "{…}".to_owned(),
        },
        Json::Typed(_) => "{…}".to_owned(),
        literal => render::compact(literal),
    }
}

fn shown_token(token: &AnyToken) -> String {
    match &*token.kind {
        TokenKind::Reference { target, attribute } => match attribute {
            Attribute::Ref => format!("{{{}}}", target.path()),
            Attribute::GetAtt(name) => format!("{{{}.{name}}}", target.path()),
            Attribute::Pseudo(name) => format!("{{{name}}}"),
        },
        TokenKind::Consume { reference, .. } => shown_token(reference),
        TokenKind::CrossEnvironment { inside, .. } => shown_token(inside),
        TokenKind::Intrinsic { name: "Ref", value, .. } => format!("{{{}}}", shown(value)),
        TokenKind::Intrinsic { name, .. } => format!("{{{name}}}"),
        TokenKind::Concat(parts) => parts.iter().map(shown).collect(),
        TokenKind::LogicalId(target) => format!("{{{}}}", target.path()),
        TokenKind::Join { .. } | TokenKind::Lazy(_) | TokenKind::JsonText { .. } => "{…}".to_owned(),
    }
}

/// The first resource to which text refers that is put together, or a value on its own.
pub fn first_target(value: &Json) -> Option<ResourceId> {
    parts(value).iter().find_map(target)
}

/// All resources to which a value refers, in text that is put together too.
pub fn targets(value: &Json) -> Vec<ResourceId> {
    let mut found = Vec::new();
    collect_targets(value, &mut found);
    found
}

fn collect_targets(value: &Json, found: &mut Vec<ResourceId>) {
    match value {
        Json::Token(token) => match &*token.kind {
            TokenKind::Intrinsic { value, .. }
            | TokenKind::Join { list: value, .. }
            | TokenKind::JsonText { value, .. } => {
                collect_targets(value, found);
            }
            TokenKind::Concat(parts) => parts.iter().for_each(|part| collect_targets(part, found)),
            _ => found.extend(token_target(token)),
        },
        Json::List(items) => items.iter().for_each(|item| collect_targets(item, found)),
        Json::Object(object) => object.entries.values().for_each(|item| collect_targets(item, found)),
        Json::Typed(bag) => bag.entries().for_each(|(_, item)| collect_targets(item, found)),
        _ => {}
    }
}
