//! Amazon SQS: queues.
//!
//! ```
//! use aws_cdk_core::{App, Duration, Stack};
//! use aws_cdk_sqs::{DeadLetterQueue, Queue};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let failed = Queue::new(&stack, "Failed");
//! let orders = Queue::builder(&stack, "Orders")
//!     .visibility_timeout(Duration::minutes(5))
//!     .dead_letter_queue(DeadLetterQueue::new(&failed, 3))
//!     .enforce_ssl(true)
//!     .build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod fifo;
mod imported;
mod metrics;
mod policy;
mod queue;
mod queue_base;
mod queue_builder;
mod redrive;

pub use aws_cdk_cfn_sqs::*;
pub use fifo::{DeduplicationScope, FifoThroughputLimit};
pub use imported::{ImportedQueue, QueueAttributes};
pub use policy::QueuePolicy;
pub use queue::Queue;
pub use queue_base::{IQueue, QueueEncryption};
pub use queue_builder::QueueBuilder;
pub use redrive::{DeadLetterQueue, RedriveAllowPolicy, RedrivePermission};
