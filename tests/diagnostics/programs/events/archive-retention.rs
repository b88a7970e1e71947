//! Events are kept for an hour.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_events::{EventBus, EventPattern};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::new(&stack, "Bus").archive("Archive", EventPattern::new()).retention(Duration::hours(1)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    EventBus::new(&stack, "Bus").archive("Archive", EventPattern::new()).retention(Duration::days(1)).build();
}
