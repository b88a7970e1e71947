//! Actions wait for a part of a second.

use aws_cdk_cloudwatch::{Alarm, CompositeAlarm, Metric};
use aws_cdk_core::{App, Duration, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    let any = CompositeAlarm::builder(&stack, "Any", &alarm).actions_suppressor(&alarm);
    any.actions_suppressor_wait_period(Duration::millis(1500)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    let any = CompositeAlarm::builder(&stack, "Any", &alarm).actions_suppressor(&alarm);
    any.actions_suppressor_wait_period(Duration::seconds(2)).build();
}
