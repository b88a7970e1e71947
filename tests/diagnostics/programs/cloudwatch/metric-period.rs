//! A metric has a period that CloudWatch does not know.

use aws_cdk_cloudwatch::{Alarm, Metric};
use aws_cdk_core::{App, Duration, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().period(Duration::seconds(7));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().period(Duration::seconds(10));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}
