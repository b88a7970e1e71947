//! Amazon EventBridge: event buses.
//!
//! ```
//! use aws_cdk_core::{App, Stack};
//! use aws_cdk_events::{EventBus, IEventBus};
//! use aws_cdk_iam::User;
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let orders = EventBus::builder(&stack, "Orders").event_bus_name("orders").build();
//! orders.grant_put_events_to(&User::new(&stack, "Shop"), None);
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod archive;
mod event_bus;
mod event_bus_builder;
mod event_bus_policy;
mod event_pattern;
mod imported;

pub use archive::{Archive, ArchiveBuilder};
pub use aws_cdk_cfn_events::*;
pub use aws_cdk_interfaces::events::{EventBusReference, IEventBus};
pub use event_bus::EventBus;
pub use event_bus_builder::{EventBusBuilder, IncludeDetail, Level, LogConfig};
pub use event_bus_policy::EventBusPolicy;
pub use event_pattern::EventPattern;
pub use imported::{EventBusAttributes, ImportedEventBus};
