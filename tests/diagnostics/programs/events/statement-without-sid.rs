//! A statement in the policy of an event bus has no id.

use aws_cdk_core::{App, Stack};
use aws_cdk_events::{EventBus, IEventBus};
use aws_cdk_iam::{AccountPrincipal, IResourceWithPolicy, PolicyStatement};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let bus = EventBus::new(&stack, "Bus");
    let statement = PolicyStatement::new().actions(["events:PutEvents"]).resources([bus.event_bus_arn()]);
    bus.add_to_resource_policy(statement.principal(&AccountPrincipal::new("222222222222")));
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let bus = EventBus::new(&stack, "Bus");
    let statement = PolicyStatement::new().sid("Orders").actions(["events:PutEvents"]).resources([bus.event_bus_arn()]);
    bus.add_to_resource_policy(statement.principal(&AccountPrincipal::new("222222222222")));
}
