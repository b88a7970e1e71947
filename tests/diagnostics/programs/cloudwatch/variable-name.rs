//! The name of a metric in an expression is in upper case.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let double = MathExpression::new("Latency * 2").using_metric("Latency", latency());
    Alarm::builder(&stack, "Slow", double).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let double = MathExpression::new("latency * 2").using_metric("latency", latency());
    Alarm::builder(&stack, "Slow", double).evaluation_periods(1).threshold(500).build();
}
