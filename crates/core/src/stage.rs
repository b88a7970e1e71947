//! Stages: groups of stacks that are deployed together, each written to an assembly of its own.

use std::panic::Location;
use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::environment::Environment;
use crate::node::{IConstruct, Node};
use crate::tree::{self, NodeId, NodeKind};

#[derive(Default)]
pub(crate) struct StageData {
    /// The names of the stages from the outermost to this one, joined with `-`; empty for the app.
    pub(crate) name: String,
    pub(crate) env: Environment,
    /// Where the app writes; stages write inside.
    pub(crate) outdir: Option<PathBuf>,
    /// Of the app alone: values are not held against registry schemas.
    pub(crate) no_value_checks: bool,
}

/// A group of stacks that are deployed together: one system in one environment. (Not an API stage.)
///
/// ```
/// use aws_cdk_core::{App, Environment, IConstruct, Stack, Stage};
///
/// let app = App::new();
/// let beta = Stage::builder(&app, "Beta").env(Environment::new().region("eu-west-1")).build();
/// let stack = Stack::new(&beta, "Books");
/// assert_eq!(stack.stack_name(), "Beta-Books");
/// ```
#[derive(Clone, Debug)]
pub struct Stage {
    node: Node,
}

impl IConstruct for Stage {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl Stage {
    /// A stage below an app or another stage. Errors: `core::invalid-stage-id`, and those of ids.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a stage with options.
    #[track_caller]
    pub fn builder(scope: &impl IConstruct, id: impl AsRef<str>) -> StageBuilder {
        StageBuilder {
            scope: scope.node().clone(),
            id: id.as_ref().to_owned(),
            env: Environment::new(),
            stage_name: None,
            location: Location::caller(),
        }
    }

    /// The nearest stage of a construct, which may be the app; `None` for what is not in a tree of an app.
    pub fn of(construct: &impl IConstruct) -> Option<Self> {
        let node = construct.node();
        let id = node.tree().data().stage_of(node.id())?;
        Some(Self { node: Node::new(node.tree().clone(), id) })
    }

    /// The name that the names of its stacks begin with; empty for the app.
    pub fn stage_name(&self) -> String {
        self.node.tree().data().stage(self.node.id()).map(|stage| stage.name.clone()).unwrap_or_default()
    }

    /// The account, if it is given.
    pub fn account(&self) -> Option<String> {
        self.node.tree().read(|data| data.stage(self.node.id())?.env.account.clone())
    }

    /// The region, if it is given.
    pub fn region(&self) -> Option<String> {
        self.node.tree().read(|data| data.stage(self.node.id())?.env.region.clone())
    }
}

/// Builds a [`Stage`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct StageBuilder {
    scope: Node,
    id: String,
    env: Environment,
    stage_name: Option<String>,
    location: &'static Location<'static>,
}

impl StageBuilder {
    /// The environment of all its stacks that name none. Default: that of the enclosing stage.
    pub fn env(mut self, env: Environment) -> Self {
        self.env = env;
        self
    }

    /// The name that the names of its stacks begin with. Default: the id.
    pub fn stage_name(mut self, name: impl Into<String>) -> Self {
        self.stage_name = Some(name.into());
        self
    }

    /// Adds the stage to the tree.
    #[track_caller]
    pub fn build(self) -> Stage {
        let (parent_name, parent_env) = self.scope.tree().read(|data| {
            let parent = data.stage_of(self.scope.id()).and_then(|id| data.stage(id));
            parent.map(|stage| (stage.name.clone(), stage.env.clone())).unwrap_or_default()
        });
        let own = self.stage_name.as_deref().unwrap_or(&self.id);
        let name =
            [parent_name.as_str(), own].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("-");
        let env = Environment {
            account: self.env.account.or(parent_env.account),
            region: self.env.region.or(parent_env.region),
        };
        let data = StageData { name, env, ..StageData::default() };
        let node = tree::add_node(&self.scope, &self.id, NodeKind::Stage(Box::new(data)), "aws-cdk-core.Stage");
        if !is_stage_id(&self.id) {
            node.report(
                Diagnostic::error("core::invalid-stage-id", format!("`{}` is not an id for a stage", self.id))
                    .help("start with a letter and go on with letters, digits, `-`, `_` and `.`")
                    .at(self.location),
            );
        }
        Stage { node }
    }
}

fn is_stage_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.chars().all(|character| character.is_ascii_alphanumeric() || "-_.".contains(character))
}

/// The folder of a stage's assembly inside that of the app; empty for the app itself.
pub(crate) fn artifact_id(data: &tree::TreeData, stage: NodeId) -> String {
    match stage {
        NodeId::ROOT => String::new(),
        _ => format!("assembly-{}", data.path(stage).replace('/', "-").trim_matches('-')),
    }
}
