//! All functions in Rust of an app, which are built together.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{AssetBundling, BundledAsset, BundledFiles, Diagnostic, IConstruct, Node};
use aws_cdk_lambda::Architecture;

use crate::cargo::Cargo;
use crate::code::RustCode;
use crate::plan;

/// A function that wants code.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) asset: Node,
    pub(crate) function: Node,
    /// The id of the function.
    pub(crate) id: String,
    pub(crate) architecture: Architecture,
    pub(crate) code: RustCode,
}

impl Request {
    /// What is wrong, at the place where the user made the function.
    pub(crate) fn error(&self, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, message).at(self.function.location())
    }
}

/// The functions in Rust of an app.
#[derive(Default)]
pub(crate) struct RustBundling {
    requests: RefCell<Vec<Request>>,
}

impl RustBundling {
    /// That of the app of a construct.
    pub(crate) fn of(node: &Node) -> Rc<Self> {
        let app = node.root();
        app.state::<Self>().unwrap_or_else(|| {
            let bundling = Rc::new(Self::default());
            app.set_state(bundling.clone());
            bundling
        })
    }

    pub(crate) fn add(&self, request: Request) {
        self.requests.borrow_mut().push(request);
    }
}

impl AssetBundling for RustBundling {
    /// Builds the functions of all stacks, even if only some are published: which features a common dependency has depends
    /// on all that is built with it, and a function must not change with the stacks that are chosen.
    fn bundle(&self, assets: &[BundledAsset], report: &mut dyn FnMut(&Node, Diagnostic)) -> Vec<Option<BundledFiles>> {
        let requests = self.requests.borrow();
        let made = plan::make(&requests, &Cargo::of_environment(), report);
        let of_asset = |asset: &BundledAsset| {
            let index = requests.iter().position(|request| request.asset == *asset.node())?;
            made.get(index)?.clone()
        };
        assets.iter().map(of_asset).collect()
    }
}
