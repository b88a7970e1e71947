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

mod architecture;
mod code;
mod function;
mod permission;
pub mod required;
mod runtime;

pub use architecture::Architecture;
// Not the whole of the L1 crate: its `required` module would hide this crate's own.
pub use aws_cdk_cfn_lambda::{self as cfn, CfnFunction, CfnPermission};
pub use code::Code;
pub use function::{Function, FunctionBuilder, IFunction};
pub use permission::Permission;
pub use runtime::{Runtime, RuntimeFamily};
