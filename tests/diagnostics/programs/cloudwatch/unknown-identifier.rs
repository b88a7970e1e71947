//! An expression has a name without a metric.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let sum = MathExpression::new("a + b").using_metric("a", latency());
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let sum = MathExpression::new("a + a").using_metric("a", latency());
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}
