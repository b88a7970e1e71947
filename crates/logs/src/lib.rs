//! Amazon CloudWatch Logs: log groups.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_logs::{LogGroup, RetentionDays};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let logs = LogGroup::builder(&stack, "Logs").retention(RetentionDays::OneMonth).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod imported;
mod log_group;
mod retention;

pub use aws_cdk_cfn_logs::*;
pub use imported::ImportedLogGroup;
pub use log_group::{ILogGroup, LogGroup, LogGroupBuilder};
pub use retention::RetentionDays;
