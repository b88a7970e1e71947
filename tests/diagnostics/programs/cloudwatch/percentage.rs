//! A percentile is above 100.

use aws_cdk_cloudwatch::{Alarm, Metric, Stats};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().statistic(Stats::p(101));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let latency = latency().statistic(Stats::p(100));
    Alarm::builder(&stack, "Slow", latency).evaluation_periods(1).threshold(500).build();
}
