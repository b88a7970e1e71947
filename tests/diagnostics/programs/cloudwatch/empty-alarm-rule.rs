//! A composite alarm is of no others.

use aws_cdk_cloudwatch::{Alarm, AlarmRule, CompositeAlarm, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CompositeAlarm::builder(&stack, "Any", &AlarmRule::any_of(&[])).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    CompositeAlarm::builder(&stack, "Any", &AlarmRule::any_of(&[&alarm])).build();
}
