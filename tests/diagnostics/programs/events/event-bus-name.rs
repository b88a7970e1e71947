//! An event bus has the name of the default one.

use aws_cdk_core::{App, Stack};
use aws_cdk_events::EventBus;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").event_bus_name("default").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").event_bus_name("orders").build();
}
