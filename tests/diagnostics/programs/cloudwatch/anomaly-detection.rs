//! An alarm compares a number with a band.

use aws_cdk_cloudwatch::{Alarm, ComparisonOperator, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanUpperThreshold;
    Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(1).comparison_operator(operator).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanThreshold;
    Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(1).comparison_operator(operator).build();
}
