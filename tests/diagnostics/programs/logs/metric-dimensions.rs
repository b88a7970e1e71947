//! The metric of a filter has four dimensions.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::LogGroup;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let filter =
        logs.add_metric_filter("Slow", "Books", "Latency").dimension("method", "$.method").dimension("path", "$.path");
    filter.dimension("status", "$.status").dimension("client", "$.client").build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let filter =
        logs.add_metric_filter("Slow", "Books", "Latency").dimension("method", "$.method").dimension("path", "$.path");
    filter.dimension("status", "$.status").build();
}
