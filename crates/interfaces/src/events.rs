//! What others need to know of Amazon EventBridge's constructs.

use std::fmt;

use aws_cdk_core::{IConstruct, Value};
use aws_cdk_iam::{Grant, IGrantable};

/// An event bus, made here or imported.
pub trait IEventBus: IConstruct + fmt::Debug {
    /// The name of the event bus.
    fn event_bus_name(&self) -> Value<String>;

    /// The ARN of the event bus.
    fn event_bus_arn(&self) -> Value<String>;

    /// The policy of the event bus, as JSON text; empty for an import of which it is not known.
    fn event_bus_policy(&self) -> Value<String>;

    /// The partner's event source that the event bus gets its events from, if there is one.
    fn event_source_name(&self) -> Option<Value<String>>;

    /// Grants the right to send events, also to a principal without policies of its own if `sid` names the statement in the
    /// policy of the event bus.
    #[track_caller]
    fn grant_put_events_to(&self, grantee: &dyn IGrantable, sid: Option<&str>) -> Grant;

    /// What identifies the event bus.
    fn event_bus_ref(&self) -> EventBusReference {
        EventBusReference { event_bus_arn: self.event_bus_arn(), event_bus_name: self.event_bus_name() }
    }
}

/// What identifies an event bus.
#[derive(Clone, Debug)]
pub struct EventBusReference {
    /// The ARN.
    pub event_bus_arn: Value<String>,
    /// The name.
    pub event_bus_name: Value<String>,
}

impl EventBusReference {
    /// An event bus by its ARN and name, such as those of an L1 construct.
    pub fn new(event_bus_arn: impl Into<Value<String>>, event_bus_name: impl Into<Value<String>>) -> Self {
        Self { event_bus_arn: event_bus_arn.into(), event_bus_name: event_bus_name.into() }
    }
}

impl<B: IEventBus + ?Sized> From<&B> for EventBusReference {
    fn from(event_bus: &B) -> Self {
        event_bus.event_bus_ref()
    }
}
