//! The expression of an alarm is for another region.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let sum = MathExpression::new("a * 2").using_metric("a", latency()).search_region("us-east-1");
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let sum = MathExpression::new("a * 2").using_metric("a", latency());
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}
