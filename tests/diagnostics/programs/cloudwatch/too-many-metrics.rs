//! The expression of an alarm has eleven metrics.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let names = (0..11).map(|number| format!("m{number}"));
    let sum =
        names.fold(MathExpression::new("m0"), |sum, name| sum.using_metric(name.clone(), Metric::new("Books", name)));
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let names = (0..10).map(|number| format!("m{number}"));
    let sum =
        names.fold(MathExpression::new("m0"), |sum, name| sum.using_metric(name.clone(), Metric::new("Books", name)));
    Alarm::builder(&stack, "Slow", sum).evaluation_periods(1).threshold(500).build();
}
