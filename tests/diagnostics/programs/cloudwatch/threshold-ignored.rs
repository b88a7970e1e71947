//! An alarm of anomaly detection has a threshold.

use aws_cdk_cloudwatch::{Alarm, ComparisonOperator, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanUpperThreshold;
    let band = Metric::anomaly_detection_for(latency());
    Alarm::builder(&stack, "Slow", band).evaluation_periods(1).threshold(3).comparison_operator(operator).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let operator = ComparisonOperator::GreaterThanUpperThreshold;
    let band = Metric::anomaly_detection_for(latency());
    Alarm::builder(&stack, "Slow", band).evaluation_periods(1).comparison_operator(operator).build();
}
