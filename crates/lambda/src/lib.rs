//! AWS Lambda: functions.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_lambda::{Code, Function, Runtime};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let hello = Function::builder(&stack, "Hello")
//!     .runtime(Runtime::PYTHON_3_13)
//!     .handler("index.handler")
//!     .code(Code::from_inline("def handler(event, context):\n  return 'hello'\n"))
//!     .build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod alias;
mod architecture;
mod code;
mod environment;
mod function;
mod function_base;
mod function_builder;
mod function_hash;
mod imported;
mod logging;
mod metrics;
mod permission;
pub mod required;
mod runtime;
mod tracing;
mod version;

pub use alias::{Alias, AliasBuilder, IAlias, ImportedAlias};
pub use architecture::Architecture;
// Not the whole of the L1 crate: its `required` module would hide this crate's own.
pub use aws_cdk_cfn_lambda::{self as cfn, CfnAlias, CfnFunction, CfnPermission, CfnVersion};
pub use code::Code;
pub use function::Function;
pub use function_base::IFunction;
pub use function_builder::FunctionBuilder;
pub use imported::{FunctionAttributes, ImportedFunction};
pub use logging::{ApplicationLogLevel, LoggingFormat, SystemLogLevel};
pub use permission::Permission;
pub use runtime::{Runtime, RuntimeFamily};
pub use tracing::Tracing;
pub use version::{IVersion, ImportedVersion, Version, VersionBuilder};
