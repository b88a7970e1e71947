//! An alarm is set on a search.

use aws_cdk_cloudwatch::{Alarm, MathExpression, Metric, SearchExpression};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let search = SearchExpression::new("SEARCH('{Books} Latency', 'Average')");
    Alarm::builder(&stack, "Slow", search).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let search = MathExpression::new("a * 2").using_metric("a", latency());
    Alarm::builder(&stack, "Slow", search).evaluation_periods(1).threshold(500).build();
}
