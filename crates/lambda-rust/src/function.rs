//! Functions in Rust.

use aws_cdk_core::{IConstruct, Set};
use aws_cdk_lambda::{Code, Function, FunctionBuilder, Runtime};

use crate::code::RustCode;

/// A function in Rust: a [`Function`] whose code is built from a workspace when the app is synthesized.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_lambda::{Function, IFunction};
/// use aws_cdk_lambda_rust::RustFunction;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Books");
/// let list: Function = RustFunction::builder(&stack, "ListBooks", "functions/list-books").memory_size(256).build();
/// assert_eq!(list.architecture().name(), "x86_64");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RustFunction;

/// A builder in which everything is set that is required.
type CompleteBuilder = FunctionBuilder<Set, Set, Set>;

impl RustFunction {
    /// Starts a function of a package: the path of its `Cargo.toml`, the directory that it is in, or [`RustCode`] that says
    /// more. All options of [`Function`] follow; [`architecture`](FunctionBuilder::architecture) decides for what is built.
    ///
    /// Default: the runtime `provided.al2023`, the handler `bootstrap`, and the binary whose name is the id in kebab case, or the
    /// only one of the package.
    ///
    /// Errors, when the app is synthesized: `lambda-rust::manifest`, `lambda-rust::package`, `lambda-rust::binary`,
    /// `lambda-rust::architecture`, `lambda-rust::toolchain`, `lambda-rust::target`, `lambda-rust::linker`, `lambda-rust::build`,
    /// `lambda-rust::too-large`, `lambda-rust::io`; warnings: `lambda-rust::glibc`.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, code: impl Into<RustCode>) -> CompleteBuilder {
        Function::builder(scope, id)
            .runtime(Runtime::PROVIDED_AL2023)
            .handler("bootstrap")
            .code(Code::from(code.into()))
    }
}
