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

mod children;
mod filter_pattern;
mod imported;
mod log_group;
mod log_group_base;
mod log_stream;
mod metric_filter;
mod resource_policy;
mod retention;
mod subscription_filter;

pub use aws_cdk_cfn_logs::*;
pub use filter_pattern::{Comparison, FilterPattern, JsonPattern};
pub use imported::ImportedLogGroup;
pub use log_group::{LogGroup, LogGroupBuilder, LogGroupClass};
pub use log_group_base::ILogGroup;
pub use log_stream::{ILogStream, ImportedLogStream, LogStream, LogStreamBuilder};
pub use metric_filter::{MetricFilter, MetricFilterBuilder};
pub use resource_policy::ResourcePolicy;
pub use retention::RetentionDays;
pub use subscription_filter::{
    Distribution, ILogSubscriptionDestination, LogSubscriptionDestinationConfig, SubscriptionFilter,
    SubscriptionFilterBuilder,
};
