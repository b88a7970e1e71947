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
mod dead_letters;
mod destination;
mod environment;
mod event_invoke_config;
mod event_source_mapping;
mod function;
mod function_base;
mod function_builder;
mod function_hash;
mod function_url;
mod grants;
mod imported;
mod layer;
mod logging;
mod management;
mod metrics;
mod network;
mod permission;
pub mod required;
mod runtime;
mod runtime_table;
mod tracing;
mod version;

pub use alias::{Alias, AliasBuilder, IAlias, ImportedAlias};
pub use architecture::Architecture;
// Not the whole of the L1 crate: its `required` module would hide this crate's own.
pub use aws_cdk_cfn_lambda::{self as cfn, CfnAlias, CfnFunction, CfnPermission, CfnVersion};
pub use code::{BundledCode, CfnParametersCode, Code};
pub use destination::{DestinationType, IDestination, LambdaDestination, SqsDestination};
pub use event_invoke_config::{EventInvokeConfig, EventInvokeConfigOptions};
pub use event_source_mapping::{EventSourceMapping, EventSourceMappingBuilder, StartingPosition};
pub use function::Function;
pub use function_base::{IFunction, InvocationTarget};
pub use function_builder::FunctionBuilder;
pub use function_url::{
    FunctionUrl, FunctionUrlAuthType, FunctionUrlBuilder, FunctionUrlCorsOptions, HttpMethod, InvokeMode,
};
pub use imported::{FunctionAttributes, ImportedFunction};
pub use layer::{ILayerVersion, ImportedLayerVersion, LayerVersion, LayerVersionBuilder, LayerVersionPermission};
pub use logging::{ApplicationLogLevel, LoggingFormat, SystemLogLevel};
pub use management::{RecursiveLoop, RuntimeManagementMode, SnapStartConf};
pub use permission::Permission;
pub use runtime::{Runtime, RuntimeFamily};
pub use tracing::Tracing;
pub use version::{IVersion, ImportedVersion, Version, VersionBuilder};
