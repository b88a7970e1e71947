//! An alarm is in another region than its metric.

use aws_cdk_cloudwatch::{Alarm, Metric};
use aws_cdk_core::{App, Environment, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    Alarm::builder(&stack, "Slow", latency().region("us-east-1")).evaluation_periods(1).threshold(500).build();
}

pub fn right(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "Books").env(env).build();
    Alarm::builder(&stack, "Slow", latency().region("eu-west-1")).evaluation_periods(1).threshold(500).build();
}
