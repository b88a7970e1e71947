//! An event bus is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_events::EventBus;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::from_event_bus_arn(&stack, "Bus", "orders");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::from_event_bus_name(&stack, "Bus", "orders");
}
