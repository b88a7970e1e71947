//! The construct tree: an arena that an `App` owns and to which every construct handle points.
//!
//! Two rules keep it from ever panicking: user code never runs while the arena is mutably borrowed, and a change
//! that is attempted while templates are being rendered is a diagnostic, not an effect.

use std::any::Any;
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::panic::Location;
use std::rc::Rc;

use crate::aspect::AspectApplication;
use crate::assets::Fingerprints;
use crate::cfn_element::{Body, Element};
use crate::cfn_resource::ResourceData;
use crate::diagnostic::Diagnostic;
use crate::node::Node;
use crate::ordered_map::OrderedMap;
use crate::stack::StackData;
use crate::stage::StageData;
use crate::value::Json;

/// The index of a construct in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    pub(crate) const ROOT: NodeId = NodeId(0);
    /// A construct outside the tree, for what is constructed when nothing may be.
    pub(crate) const DETACHED: NodeId = NodeId(1);
}

/// What a construct is to synthesis.
pub(crate) enum NodeKind {
    Construct,
    Stage(Box<StageData>),
    Stack(Box<StackData>),
    Element(Box<Element>),
}

/// A check that runs before anything is written.
pub(crate) type Validation = Rc<dyn Fn() -> Vec<Diagnostic>>;

/// An entry of a construct's metadata.
#[derive(Clone, Debug)]
pub(crate) struct Metadata {
    pub(crate) kind: String,
    pub(crate) data: crate::Json,
}

/// What few constructs have.
#[derive(Default)]
pub(crate) struct Extras {
    pub(crate) context: OrderedMap<String, Json>,
    pub(crate) metadata: Vec<Metadata>,
    pub(crate) validations: Vec<Validation>,
    /// Constructs that must be deployed before this one, and where that was said.
    pub(crate) dependencies: OrderedMap<NodeId, &'static Location<'static>>,
    pub(crate) default_child: Option<NodeId>,
    pub(crate) aspects: Vec<AspectApplication>,
    /// The state of an L2, so that its handle can be found again from the tree.
    pub(crate) state: Vec<Rc<dyn Any>>,
}

pub(crate) struct NodeData {
    pub(crate) id: Rc<str>,
    pub(crate) parent: Option<NodeId>,
    pub(crate) children: OrderedMap<Rc<str>, NodeId>,
    pub(crate) kind: NodeKind,
    pub(crate) type_name: &'static str,
    pub(crate) location: &'static Location<'static>,
    extras: Option<Box<Extras>>,
}

impl NodeData {
    /// The id as the user wrote it.
    pub(crate) fn shown_id(&self) -> &str {
        self.id.split(MARK).next().unwrap_or_default()
    }

    pub(crate) fn is_stack(&self) -> bool {
        matches!(self.kind, NodeKind::Stack(_))
    }

    pub(crate) fn extras(&self) -> Option<&Extras> {
        self.extras.as_deref()
    }

    pub(crate) fn extras_mut(&mut self) -> &mut Extras {
        self.extras.get_or_insert_default()
    }
}

/// All constructs of an app.
pub(crate) struct TreeData {
    pub(crate) nodes: Vec<NodeData>,
}

impl TreeData {
    pub(crate) fn node(&self, id: NodeId) -> &NodeData {
        &self.nodes[id.0 as usize]
    }

    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut NodeData {
        &mut self.nodes[id.0 as usize]
    }

    /// The construct and its scopes, from the construct up to the root.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |id| self.node(*id).parent)
    }

    /// The ids from the root to the construct; the root's own is empty and left out.
    pub(crate) fn path_components(&self, id: NodeId) -> Vec<&str> {
        let mut components: Vec<&str> =
            self.ancestors(id).map(|id| self.node(id).shown_id()).filter(|id| !id.is_empty()).collect();
        components.reverse();
        components
    }

    pub(crate) fn path(&self, id: NodeId) -> String {
        self.path_components(id).join("/")
    }

    /// The nearest stack: the construct itself or a scope of it.
    pub(crate) fn stack_of(&self, id: NodeId) -> Option<NodeId> {
        self.ancestors(id).find(|id| matches!(self.node(*id).kind, NodeKind::Stack(_)))
    }

    /// The nearest stage, which may be the app.
    pub(crate) fn stage_of(&self, id: NodeId) -> Option<NodeId> {
        self.ancestors(id).find(|id| matches!(self.node(*id).kind, NodeKind::Stage(_)))
    }

    pub(crate) fn stack(&self, id: NodeId) -> Option<&StackData> {
        match &self.node(id).kind {
            NodeKind::Stack(stack) => Some(stack),
            _ => None,
        }
    }

    pub(crate) fn stage(&self, id: NodeId) -> Option<&StageData> {
        match &self.node(id).kind {
            NodeKind::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id).kind {
            NodeKind::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(crate) fn resource(&self, id: NodeId) -> Option<&ResourceData> {
        match &self.element(id)?.body {
            Body::Resource(resource) => Some(resource),
            Body::Entry { .. } => None,
        }
    }

    /// The stack that a nested stack is deployed with.
    pub(crate) fn parent_stack(&self, stack: NodeId) -> Option<NodeId> {
        self.stack_of(self.stack(stack)?.nested.as_ref()?.resource)
    }

    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.node(id).children.values().copied()
    }

    /// The construct and all below it, parents first; `enter` says below which constructs to go on.
    pub(crate) fn preorder(&self, root: NodeId, enter: &dyn Fn(NodeId) -> bool) -> Vec<NodeId> {
        let mut order = Vec::new();
        let mut pending = vec![root];
        while let Some(id) = pending.pop() {
            order.push(id);
            if id == root || enter(id) {
                pending.extend(self.node(id).children.values().rev());
            }
        }
        order
    }

    /// A context value: the construct's own or that of the nearest scope.
    pub(crate) fn context(&self, id: NodeId, key: &str) -> Option<&Json> {
        self.ancestors(id).find_map(|id| self.node(id).extras()?.context.get(key))
    }
}

pub(crate) struct Tree {
    data: RefCell<TreeData>,
    diagnostics: RefCell<Vec<Diagnostic>>,
    /// Codes of warnings that are known, each with the path where that was said.
    acknowledged: RefCell<Vec<(String, String)>>,
    /// Set while templates are rendered, when nothing may change any more.
    locked: Cell<bool>,
    /// Counts aspects, so that their visits notice when one was added meanwhile.
    aspects_revision: Cell<u64>,
    /// For each construct, the aspects that have visited it, in order.
    pub(crate) aspect_visits: RefCell<Vec<Vec<AspectApplication>>>,
    /// Set while the app is synthesized.
    synthesizing: Cell<bool>,
    /// The hashes of assets.
    pub(crate) fingerprints: Fingerprints,
}

impl Tree {
    #[track_caller]
    pub(crate) fn new(app: StageData) -> Rc<Self> {
        let location = Location::caller();
        let node = |id: &str, kind, type_name| NodeData {
            id: id.into(),
            parent: None,
            children: OrderedMap::new(),
            kind,
            type_name,
            location,
            extras: None,
        };
        let root = node("", NodeKind::Stage(Box::new(app)), "aws-cdk-core.App");
        let detached = node("(detached)", NodeKind::Construct, "aws-cdk-core.Construct");
        Rc::new(Self {
            data: RefCell::new(TreeData { nodes: vec![root, detached] }),
            diagnostics: RefCell::default(),
            acknowledged: RefCell::default(),
            locked: Cell::new(false),
            aspects_revision: Cell::new(0),
            aspect_visits: RefCell::default(),
            synthesizing: Cell::new(false),
            fingerprints: Fingerprints::default(),
        })
    }

    /// The arena, to be read. No user code may run before it is given back.
    pub(crate) fn data(&self) -> Ref<'_, TreeData> {
        self.data.borrow()
    }

    /// Reads the arena.
    pub(crate) fn read<R>(&self, read: impl FnOnce(&TreeData) -> R) -> R {
        let data = self.data();
        read(&data)
    }

    /// A construct, to be changed. While templates are rendered there is none, and `core::changed-while-rendering` is recorded.
    #[track_caller]
    pub(crate) fn node_mut(&self, id: NodeId) -> Option<RefMut<'_, NodeData>> {
        if let Ok(data) = self.data.try_borrow_mut()
            && !self.locked.get()
        {
            return Some(RefMut::map(data, |data| data.node_mut(id)));
        }
        let problem =
            Diagnostic::error("core::changed-while-rendering", "a construct was changed while templates were rendered");
        self.report(id, problem.help("change constructs before `synth`, or in an aspect; a lazy value may only read"));
        None
    }

    /// Changes a construct, unless templates are rendered.
    #[track_caller]
    pub(crate) fn update(&self, id: NodeId, change: impl FnOnce(&mut NodeData)) {
        if let Some(mut node) = self.node_mut(id) {
            change(&mut node);
        }
    }

    pub(crate) fn aspects_revision(&self) -> u64 {
        self.aspects_revision.get()
    }

    pub(crate) fn count_aspect(&self) {
        self.aspects_revision.set(self.aspects_revision.get() + 1);
    }

    /// Runs a synthesis, unless one is running already.
    pub(crate) fn synthesizing<R>(&self, synthesize: impl FnOnce() -> R) -> Option<R> {
        if self.synthesizing.replace(true) {
            return None;
        }
        let result = synthesize();
        self.synthesizing.set(false);
        Some(result)
    }

    /// Reads the arena while nothing may change.
    pub(crate) fn read_locked<R>(&self, read: impl FnOnce(&TreeData) -> R) -> R {
        self.locked.set(true);
        let result = self.read(read);
        self.locked.set(false);
        result
    }

    pub(crate) fn path(&self, id: NodeId) -> String {
        self.data.try_borrow().map(|data| data.path(id)).unwrap_or_default()
    }

    pub(crate) fn report(&self, id: NodeId, diagnostic: Diagnostic) {
        let path = self.path(id);
        self.diagnostics.borrow_mut().push(diagnostic.on(path));
    }

    pub(crate) fn acknowledge(&self, path: String, code: String) {
        self.acknowledged.borrow_mut().push((path, code));
    }

    /// Whether a warning is of a construct where, or below which, its code was acknowledged.
    pub(crate) fn is_acknowledged(&self, diagnostic: &Diagnostic) -> bool {
        let is_below = |scope: &str| {
            let rest = diagnostic.path().strip_prefix(scope);
            rest.is_some_and(|rest| scope.is_empty() || rest.is_empty() || rest.starts_with('/'))
        };
        let acknowledged = self.acknowledged.borrow();
        acknowledged.iter().any(|(scope, code)| code == diagnostic.code() && is_below(scope))
    }

    pub(crate) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.diagnostics.borrow().clone()
    }
}

/// Stands between the id of a construct and what tells it from another one of the same id. No user can write it.
const MARK: char = '\0';

/// Adds a construct. One with a bad id, or in a tree that is being rendered, is recorded and still gives a handle.
#[track_caller]
pub(crate) fn add_node(scope: &Node, id: &str, kind: NodeKind, type_name: &'static str) -> Node {
    let tree = scope.tree();
    let location = Location::caller();
    let mut problems: Vec<Diagnostic> = check_id(id).into_iter().collect();
    let mut data = match tree.data.try_borrow_mut() {
        Ok(data) if !tree.locked.get() => data,
        _ => {
            let message = format!("the construct `{id}` was created while templates were rendered");
            let problem = Diagnostic::error("core::created-while-rendering", message)
                .help("create constructs before `synth`, or in an aspect; a lazy value may only read");
            tree.report(scope.id(), problem.at(location));
            return Node::new(tree.clone(), NodeId::DETACHED);
        }
    };
    let node = NodeId(u32::try_from(data.nodes.len()).unwrap_or(u32::MAX));
    let mut key: Rc<str> = if id.contains('/') { id.replace('/', "--").into() } else { id.into() };
    if data.node(scope.id()).children.contains_key(&key) {
        if !id.is_empty() {
            problems.push(duplicate(scope, &data, &key));
        }
        // The construct stays in the tree, so that it is checked as well.
        key = format!("{key}{MARK}{}", node.0).into();
    }
    data.nodes.push(NodeData {
        id: key.clone(),
        parent: Some(scope.id()),
        children: OrderedMap::new(),
        kind,
        type_name,
        location,
        extras: None,
    });
    data.node_mut(scope.id()).children.insert(key, node);
    drop(data);
    for problem in problems {
        tree.report(node, problem.at(location));
    }
    Node::new(tree.clone(), node)
}

fn check_id(id: &str) -> Option<Diagnostic> {
    if id.is_empty() {
        return Some(
            Diagnostic::error("core::empty-id", "a construct below the app has an empty id")
                .help("give it an id that is unique among the constructs of its scope"),
        );
    }
    if id.contains(MARK) {
        return Some(
            Diagnostic::error("core::invalid-id", format!("the id {id:?} contains a NUL character"))
                .help("leave it out"),
        );
    }
    id.contains('/').then(|| {
        let replaced = id.replace('/', "--");
        Diagnostic::warning("core::slash-in-id", format!("the id `{id}` contains a slash and becomes `{replaced}`"))
            .help(format!("write `{replaced}`: a slash separates the ids of a path"))
    })
}

fn duplicate(scope: &Node, data: &TreeData, id: &str) -> Diagnostic {
    let parent = data.path(scope.id());
    let parent = if parent.is_empty() { "the app".to_owned() } else { format!("`{parent}`") };
    let mut diagnostic =
        Diagnostic::error("core::duplicate-id", format!("{parent} already has a construct with the id `{id}`"))
            .help("give one of them another id");
    if let Some(first) = data.node(scope.id()).children.get(id) {
        diagnostic = diagnostic.note(format!("the first one is made at {}", data.node(*first).location));
    }
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bag::Bag;
    use crate::token::TokenKind;
    use crate::value::Json;

    /// There are as many of these as a large app has constructs and properties; their size is what its memory goes into.
    #[test]
    #[cfg(target_pointer_width = "64")]
    fn what_there_are_many_of_is_small() {
        let sizes = [
            ("a construct", size_of::<NodeData>(), 80),
            ("an element", size_of::<Element>(), 48),
            ("a resource", size_of::<ResourceData>(), 112),
            ("properties", size_of::<Bag>(), 40),
            ("a value", size_of::<Json>(), 24),
            ("a token", size_of::<TokenKind>(), 56),
        ];
        for (what, size, most) in sizes {
            assert!(size <= most, "{what} takes {size} bytes instead of {most}");
        }
    }
}
