//! Two metrics of an alarm have the same name.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let inner = MathExpression::new("a * 2").using_metric("a", Metric::new("Books", "Errors"));
    let sum = MathExpression::new("a + b").using_metric("a", latency()).using_metric("b", inner);
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let inner = MathExpression::new("c * 2").using_metric("c", Metric::new("Books", "Errors"));
    let sum = MathExpression::new("a + b").using_metric("a", latency()).using_metric("b", inner);
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}
