//! Annotations: diagnostics that user code attaches to constructs.

use crate::diagnostic::Diagnostic;
use crate::node::{IConstruct, Node};

/// The diagnostics of a construct.
///
/// ```
/// use aws_cdk_core::{Annotations, App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// Annotations::of(&stack).add_warning("books::few", "there are few books");
/// assert_eq!(app.diagnostics()[0].code(), "books::few");
/// ```
#[derive(Clone, Debug)]
pub struct Annotations {
    node: Node,
}

impl Annotations {
    /// The diagnostics of a construct.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone() }
    }

    /// Adds an error: synthesis will fail.
    #[track_caller]
    pub fn add_error(&self, code: impl Into<String>, message: impl Into<String>) {
        self.node.report(Diagnostic::error(code.into(), message));
    }

    /// Adds a warning, which the `cdk` CLI shows.
    #[track_caller]
    pub fn add_warning(&self, code: impl Into<String>, message: impl Into<String>) {
        self.node.report(Diagnostic::warning(code.into(), message));
    }

    /// Adds a piece of information, which the `cdk` CLI shows.
    #[track_caller]
    pub fn add_info(&self, code: impl Into<String>, message: impl Into<String>) {
        self.node.report(Diagnostic::info(code.into(), message));
    }

    /// Takes warnings with a code for known, here and in what is below: they are not told any more.
    ///
    /// ```
    /// use aws_cdk_core::{Annotations, App, Stack};
    ///
    /// # let directory = std::env::temp_dir().join("aws-cdk-core-doc-acknowledge");
    /// # let app = App::builder().outdir(&directory).build();
    /// let stack = Stack::new(&app, "Stack");
    /// Annotations::of(&stack).add_warning("books::few", "there are few books");
    /// Annotations::of(&app).acknowledge("books::few");
    /// assert!(app.synth().unwrap().warnings().is_empty());
    /// # std::fs::remove_dir_all(directory).unwrap();
    /// ```
    pub fn acknowledge(&self, code: impl Into<String>) {
        self.node.tree().acknowledge(self.node.path(), code.into());
    }
}
