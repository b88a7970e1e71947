//! A metric has another period than the expression that it is in.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Duration, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let double = MathExpression::new("a * 2").using_metric("a", latency().period(Duration::minutes(1)));
    Alarm::builder(&stack, "Slow", double).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let double = MathExpression::new("a * 2")
        .period(Duration::minutes(1))
        .using_metric("a", latency().period(Duration::minutes(1)));
    Alarm::builder(&stack, "Slow", double).evaluation_periods(1).threshold(500).build();
}
