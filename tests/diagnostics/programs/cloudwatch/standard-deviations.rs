//! A band of values has no width.

use aws_cdk_cloudwatch::{Alarm, ComparisonOperator, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanUpperThreshold;
    let band = Metric::anomaly_detection_with(latency(), 0);
    Alarm::builder(&stack, "Slow", band).evaluation_periods(1).comparison_operator(operator).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanUpperThreshold;
    let band = Metric::anomaly_detection_with(latency(), 1);
    Alarm::builder(&stack, "Slow", band).evaluation_periods(1).comparison_operator(operator).build();
}
