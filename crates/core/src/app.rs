//! The app: the root of a construct tree, and what is synthesized.

use std::path::{Path, PathBuf};

use crate::context;
use crate::diagnostic::{Diagnostic, SynthError};
use crate::node::{IConstruct, Node};
use crate::ordered_map::OrderedMap;
use crate::stage::StageData;
use crate::synthesis::{self, CloudAssembly};
use crate::tree::{NodeId, NodeKind, Tree};
use crate::value::{Json, Value};

/// The root of a construct tree. Synthesizing it writes a cloud assembly, which the `cdk` CLI deploys.
///
/// ```
/// use aws_cdk_core::{App, CfnOutput, Stack, SynthError};
///
/// fn main() -> Result<(), SynthError> {
///     # let directory = std::env::temp_dir().join("aws-cdk-core-doc-app");
///     let app = App::new();
///     # let app = App::builder().outdir(&directory).build();
///     let stack = Stack::new(&app, "Books");
///     CfnOutput::new(&stack, "Greeting", "hello");
///     app.synth()?;
///     # std::fs::remove_dir_all(directory).unwrap();
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct App {
    node: Node,
}

impl IConstruct for App {
    fn node(&self) -> &Node {
        &self.node
    }
}

impl App {
    /// An app with the context and the output directory that the `cdk` CLI gives, if it runs the program.
    #[track_caller]
    #[allow(clippy::new_without_default, reason = "an app is a place with a location, not a value")]
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Starts an app with options.
    pub fn builder() -> AppBuilder {
        AppBuilder {
            outdir: None,
            context: OrderedMap::new(),
            post_cli_context: OrderedMap::new(),
            builtin_cloudformation_validation: None,
        }
    }

    /// The app of a construct.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().root() }
    }

    /// Writes the cloud assembly: to the directory of [`AppBuilder::outdir`], else that of the environment variable
    /// `CDK_OUTDIR`, else `cdk.out`.
    ///
    /// # Errors
    /// All errors of the program at once. Then nothing is written, and what stood there stays as it was.
    #[track_caller]
    pub fn synth(&self) -> Result<CloudAssembly, SynthError> {
        synthesis::synthesize(self.node.tree())
    }

    /// The errors, warnings and infos that have been recorded so far.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.node.tree().diagnostics()
    }
}

/// Builds an [`App`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct AppBuilder {
    outdir: Option<PathBuf>,
    context: OrderedMap<String, Json>,
    post_cli_context: OrderedMap<String, Json>,
    builtin_cloudformation_validation: Option<bool>,
}

impl AppBuilder {
    /// Where the cloud assembly is written. Default: the environment variable `CDK_OUTDIR`, else `cdk.out`.
    pub fn outdir(mut self, outdir: impl AsRef<Path>) -> Self {
        self.outdir = Some(outdir.as_ref().to_owned());
        self
    }

    /// A context value; one that the `cdk` CLI gives wins. Default: none, and the feature flags of a new project.
    ///
    /// `null` unsets a feature flag. Lists and objects are written with [`cfn_json!`](crate::cfn_json).
    pub fn context(mut self, key: impl Into<String>, value: impl Into<Value<Json>>) -> Self {
        self.context.insert(key.into(), value.into().into_json());
        self
    }

    /// A context value that wins over that of the `cdk` CLI. Default: none.
    pub fn post_cli_context(mut self, key: impl Into<String>, value: impl Into<Value<Json>>) -> Self {
        self.post_cli_context.insert(key.into(), value.into().into_json());
        self
    }

    /// Whether literals in L1 constructs are held against what CloudFormation's registry schemas say of them: enumerations,
    /// patterns, lengths and ranges. What does not fit gives the warnings `core::value-enum`, `core::value-pattern`,
    /// `core::value-length`, `core::value-range` and `core::value-items`. Without this, the checks of whole apps that crates such as
    /// `aws-cdk-apigatewayv2` add say only what `aws-cdk-lib` says as well. Default: true, unless the environment variable
    /// `CDK_VALIDATION` is `false`.
    pub fn builtin_cloudformation_validation(mut self, value: bool) -> Self {
        self.builtin_cloudformation_validation = Some(value);
        self
    }

    /// Makes the app. Context of the environment that cannot be read is the error `core::bad-context`.
    #[track_caller]
    pub fn build(self) -> App {
        let outdir = self.outdir.unwrap_or_else(context::outdir);
        let mut values = self.context;
        let mut problems = Vec::new();
        values.extend(context::from_environment(&mut problems));
        values.extend(self.post_cli_context);
        let checks_values = self.builtin_cloudformation_validation.unwrap_or_else(context::validation);
        let app = StageData { outdir: Some(outdir), no_value_checks: !checks_values, ..StageData::default() };
        let tree = Tree::new(app);
        tree.update(NodeId::ROOT, |node| {
            debug_assert!(matches!(node.kind, NodeKind::Stage(_)), "the root of a tree is the app");
            node.extras_mut().context = values;
        });
        let node = Node::new(tree, NodeId::ROOT);
        for problem in problems {
            node.report(problem.at(node.location()));
        }
        App { node }
    }
}
