//! An alarm has no threshold.

use aws_cdk_cloudwatch::{Alarm, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
}
