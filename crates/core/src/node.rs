//! A construct's place in the tree: its id, path, scope, children, metadata, context, dependencies and checks.

use std::any::Any;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

use crate::aspect::AspectApplication;
use crate::dependency::DependencyRoots;
use crate::dependency_group::DependencyGroup;
use crate::diagnostic::Diagnostic;
use crate::tree::{self, Metadata, NodeId, NodeKind, Tree};
use crate::value::{Json, Value};

/// What every construct is: a handle with a place in the tree.
///
/// Implement it for constructs of your own by giving out the node of the [`Construct`] at their root:
///
/// ```
/// use aws_cdk_core::{App, CfnOutput, Construct, IConstruct, Node, Stack};
///
/// struct Greeting {
///     construct: Construct,
/// }
///
/// impl Greeting {
///     fn new(scope: &impl IConstruct, id: &str) -> Self {
///         let construct = Construct::new(scope, id);
///         CfnOutput::new(&construct, "Text", "hello");
///         Self { construct }
///     }
/// }
///
/// impl IConstruct for Greeting {
///     fn node(&self) -> &Node {
///         self.construct.node()
///     }
/// }
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let greeting = Greeting::new(&stack, "Greeting");
/// assert_eq!(greeting.node().path(), "Stack/Greeting");
/// ```
pub trait IConstruct {
    /// The construct's place in the tree.
    fn node(&self) -> &Node;
}

impl<T: IConstruct + ?Sized> IConstruct for &T {
    fn node(&self) -> &Node {
        (**self).node()
    }
}

impl<T: IConstruct + ?Sized> IConstruct for Rc<T> {
    fn node(&self) -> &Node {
        (**self).node()
    }
}

/// A construct that only groups others.
#[derive(Clone, Debug)]
pub struct Construct {
    node: Node,
}

impl Construct {
    /// A construct below `scope`. Errors: `core::duplicate-id`, `core::empty-id`, `core::invalid-id`.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::of_type(scope, id.as_ref(), "constructs.Construct")
    }

    /// For L2 crates: a construct that `tree.json` shows under a type name such as `aws-cdk-lambda.Function`.
    #[doc(hidden)]
    #[track_caller]
    pub fn of_type(scope: &impl IConstruct, id: &str, type_name: &'static str) -> Self {
        Self { node: tree::add_node(scope.node(), id, NodeKind::Construct, type_name) }
    }
}

impl IConstruct for Construct {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl IConstruct for Node {
    fn node(&self) -> &Node {
        self
    }
}

impl From<Node> for Construct {
    fn from(node: Node) -> Self {
        Self { node }
    }
}

/// A construct's place in the tree. Handles are cheap to clone; two are equal if they are the same construct.
#[derive(Clone)]
pub struct Node {
    tree: Rc<Tree>,
    id: NodeId,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.tree, &other.tree)
    }
}

impl Eq for Node {}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Node({})", self.path())
    }
}

impl Node {
    pub(crate) fn new(tree: Rc<Tree>, id: NodeId) -> Self {
        Self { tree, id }
    }

    pub(crate) fn tree(&self) -> &Rc<Tree> {
        &self.tree
    }

    pub(crate) fn id(&self) -> NodeId {
        self.id
    }

    fn at(&self, id: NodeId) -> Node {
        Node::new(self.tree.clone(), id)
    }

    /// The id, unique among the constructs of the scope. A slash in it has become `--`.
    pub fn construct_id(&self) -> String {
        self.tree.data().node(self.id).shown_id().to_owned()
    }

    /// The ids from the root to this construct, joined with `/`; empty for the app.
    pub fn path(&self) -> String {
        self.tree.path(self.id)
    }

    /// The scope; `None` for the app.
    pub fn scope(&self) -> Option<Node> {
        self.tree.data().node(self.id).parent.map(|id| self.at(id))
    }

    /// The scopes from the root to this construct, itself included.
    pub fn scopes(&self) -> Vec<Node> {
        let mut scopes: Vec<Node> = self.tree.data().ancestors(self.id).map(|id| self.at(id)).collect();
        scopes.reverse();
        scopes
    }

    /// The app at the root of the tree.
    pub fn root(&self) -> Node {
        self.at(NodeId::ROOT)
    }

    /// The constructs directly below, in the order in which they were made.
    pub fn children(&self) -> Vec<Node> {
        self.tree.data().children(self.id).map(|id| self.at(id)).collect()
    }

    /// This construct and all below it, parents first.
    pub fn find_all(&self) -> Vec<Node> {
        self.tree.data().preorder(self.id, &|_| true).into_iter().map(|id| self.at(id)).collect()
    }

    /// The construct of that id directly below, if there is one.
    pub fn try_find_child(&self, id: &str) -> Option<Node> {
        let id = id.replace('/', "--");
        self.tree.data().node(self.id).children.get(&*id).copied().map(|id| self.at(id))
    }

    /// The construct of that id directly below. Where there is none this is the error `core::no-such-child`, and the
    /// handle leads nowhere.
    #[track_caller]
    pub fn find_child(&self, id: &str) -> Node {
        if let Some(child) = self.try_find_child(id) {
            return child;
        }
        let children: Vec<String> = self.children().iter().map(Node::construct_id).collect();
        let children =
            if children.is_empty() { "it has none".to_owned() } else { format!("it has: {}", children.join(", ")) };
        self.report(
            Diagnostic::error("core::no-such-child", format!("there is no construct `{id}` here")).help(children),
        );
        self.at(NodeId::DETACHED)
    }

    /// The main child: the one set by [`Node::set_default_child`], else the one with the id `Resource` or `Default`.
    pub fn default_child(&self) -> Option<Node> {
        self.tree
            .read(|data| {
                let node = data.node(self.id);
                let set = node.extras().and_then(|extras| extras.default_child);
                set.or_else(|| node.children.get("Resource").or_else(|| node.children.get("Default")).copied())
            })
            .map(|id| self.at(id))
    }

    /// Sets what [`Node::default_child`] gives.
    #[track_caller]
    pub fn set_default_child(&self, child: &impl IConstruct) {
        let child = child.node();
        if !Rc::ptr_eq(&self.tree, &child.tree) {
            self.report(other_app(child, "the default child is"));
            return;
        }
        let child = child.id;
        self.tree.update(self.id, |node| node.extras_mut().default_child = Some(child));
    }

    /// Adds an entry that is written to the stack's metadata file. The value may contain tokens.
    #[track_caller]
    pub fn add_metadata(&self, kind: impl Into<String>, data: impl Into<Value<Json>>) {
        let entry = Metadata { kind: kind.into(), data: data.into().into_json() };
        self.tree.update(self.id, |node| node.extras_mut().metadata.push(entry));
    }

    /// The metadata entries of this construct.
    pub fn metadata(&self) -> Vec<(String, Json)> {
        self.tree.read(|data| {
            let entries = data.node(self.id).extras().map(|extras| extras.metadata.as_slice()).unwrap_or_default();
            entries.iter().map(|entry| (entry.kind.clone(), entry.data.clone())).collect()
        })
    }

    /// Sets a context value for this construct and all below it. Setting context after children exist is the error
    /// `core::late-context`, since they may have read it already.
    #[track_caller]
    pub fn set_context(&self, key: impl Into<String>, value: impl Into<Value<Json>>) {
        let has_children = self.tree.read(|data| !data.node(self.id).children.is_empty());
        let (key, value) = (key.into(), value.into().into_json());
        if has_children {
            self.report(
                Diagnostic::error("core::late-context", format!("context `{key}` is set after children were added"))
                    .help("set context before making the first child"),
            );
        }
        self.tree.update(self.id, |node| {
            node.extras_mut().context.insert(key, value);
        });
    }

    /// A context value: this construct's own, or that of the nearest scope.
    pub fn try_get_context(&self, key: &str) -> Option<Json> {
        self.tree.data().context(self.id, key).cloned()
    }

    /// Makes this construct's resources depend on those of `dependency`: they are deployed after them.
    /// A cycle is the error `core::dependency-cycle`.
    #[track_caller]
    pub fn add_dependency(&self, dependency: &impl IConstruct) {
        let dependency = dependency.node();
        if !Rc::ptr_eq(&self.tree, &dependency.tree) {
            self.report(other_app(dependency, "a dependency on"));
            return;
        }
        let location = Location::caller();
        self.tree.update(self.id, |node| {
            node.extras_mut().dependencies.get_or_insert_with(dependency.id, || location);
        });
    }

    /// As [`Node::add_dependency`], on all constructs of a group: those that it has, and those that it gets later.
    #[track_caller]
    pub fn add_dependency_group(&self, group: &DependencyGroup) {
        group.add_dependent(self);
    }

    /// For L2 crates: makes a dependency on this construct one on others, which it stands for.
    #[doc(hidden)]
    #[track_caller]
    pub fn set_dependency_roots(&self, roots: &[Node]) {
        self.set_state(Rc::new(DependencyRoots(roots.iter().map(Node::id).collect())));
    }

    /// The constructs that this one was made to depend on.
    pub fn dependencies(&self) -> Vec<Node> {
        self.tree.read(|data| {
            let extras = data.node(self.id).extras();
            extras.into_iter().flat_map(|extras| extras.dependencies.keys()).map(|id| self.at(*id)).collect()
        })
    }

    /// Adds a check that runs before anything is written. What it returns is reported on this construct.
    ///
    /// ```
    /// use aws_cdk_core::{App, Diagnostic, IConstruct, Stack};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// stack.node().add_validation(|| vec![Diagnostic::error("books::empty", "there are no books")]);
    /// let error = app.synth().unwrap_err();
    /// assert_eq!(error.diagnostics()[0].code(), "books::empty");
    /// ```
    #[track_caller]
    pub fn add_validation(&self, validate: impl Fn() -> Vec<Diagnostic> + 'static) {
        let validate = Rc::new(validate);
        self.tree.update(self.id, |node| node.extras_mut().validations.push(validate));
    }

    #[track_caller]
    pub(crate) fn add_aspect(&self, application: AspectApplication) {
        self.tree.count_aspect();
        self.tree.update(self.id, |node| node.extras_mut().aspects.push(application));
    }

    /// Where the user's code made this construct.
    pub fn location(&self) -> &'static Location<'static> {
        self.tree.data().node(self.id).location
    }

    /// Records a diagnostic on this construct. [`App::synth`](crate::App::synth) returns the errors.
    pub fn report(&self, diagnostic: Diagnostic) {
        self.tree.report(self.id, diagnostic);
    }

    /// For L2 crates: keeps an L2's state with its construct, so that its handle can be found again.
    #[doc(hidden)]
    #[track_caller]
    pub fn set_state(&self, state: Rc<dyn Any>) {
        self.tree.update(self.id, |node| node.extras_mut().state.push(state));
    }

    /// For L2 crates: the state of type `T` kept by [`Node::set_state`].
    #[doc(hidden)]
    pub fn state<T: Any>(&self) -> Option<Rc<T>> {
        self.tree.read(|data| {
            let states = &data.node(self.id).extras()?.state;
            states.iter().find_map(|state| Rc::clone(state).downcast::<T>().ok())
        })
    }

    /// The type name that `tree.json` shows, such as `aws-cdk-lambda.Function`.
    pub fn type_name(&self) -> &'static str {
        self.tree.data().node(self.id).type_name
    }
}

#[track_caller]
pub(crate) fn other_app(other: &Node, what: &str) -> Diagnostic {
    Diagnostic::error("core::other-app", format!("{what} `{}`, which belongs to another app", other.path()))
        .help("make both in the same app")
}
