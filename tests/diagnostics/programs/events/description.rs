//! The description of an event bus is too long.

use aws_cdk_core::{App, Stack};
use aws_cdk_events::EventBus;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").description("d".repeat(513)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::builder(&stack, "Bus").description("d".repeat(512)).build();
}
