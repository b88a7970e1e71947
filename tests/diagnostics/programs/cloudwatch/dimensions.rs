//! The value of a dimension is too long.

use aws_cdk_cloudwatch::{Alarm, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().dimension("Shelf", "s".repeat(256));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().dimension("Shelf", "s".repeat(255));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}
