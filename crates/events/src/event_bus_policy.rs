//! The policies of event buses.

use aws_cdk_cfn_events::CfnEventBusPolicy;
use aws_cdk_core::{Construct, IConstruct, Node, Value};
use aws_cdk_iam::PolicyStatement;
use aws_cdk_interfaces::events::IEventBus;

/// A statement of the policy of an event bus. Mostly made by adding a statement to the event bus.
#[derive(Clone, Debug)]
pub struct EventBusPolicy {
    construct: Construct,
    resource: CfnEventBusPolicy,
}

impl IConstruct for EventBusPolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl EventBusPolicy {
    /// A statement for an event bus, whose id in the policy is also that of the construct.
    #[track_caller]
    pub fn new(
        scope: &impl IConstruct,
        event_bus: &dyn IEventBus,
        statement: PolicyStatement,
        statement_id: impl Into<Value<String>>,
    ) -> Self {
        let statement_id = statement_id.into();
        let id = statement_id.as_literal().unwrap_or("cdk-Statement").to_owned();
        Self::with_id(scope, &id, event_bus, statement, statement_id)
    }

    /// As [`EventBusPolicy::new`], with a construct id of its own.
    #[track_caller]
    pub fn with_id(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        event_bus: &dyn IEventBus,
        statement: PolicyStatement,
        statement_id: impl Into<Value<String>>,
    ) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-events.EventBusPolicy");
        let resource = CfnEventBusPolicy::builder(&construct, "Resource")
            .statement_id(statement_id)
            .statement(statement.to_statement_json())
            .event_bus_name(event_bus.event_bus_name())
            .build();
        Self { construct, resource }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnEventBusPolicy {
        &self.resource
    }
}
