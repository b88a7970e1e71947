//! Amazon SQS: queues.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_sqs::Queue;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let orders = Queue::builder(&stack, "Orders").visibility_timeout(Duration::minutes(5)).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod queue;

pub use aws_cdk_cfn_sqs::*;
pub use queue::{IQueue, Queue, QueueBuilder};
