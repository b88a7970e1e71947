//! The event source of a partner is none.

use aws_cdk_core::{App, Stack};
use aws_cdk_events::EventBus;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").event_source_name("example.com/orders").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").event_source_name("aws.partner/example.com/orders").build();
}
