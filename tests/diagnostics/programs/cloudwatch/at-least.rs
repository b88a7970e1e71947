//! Two alarms of one must go off.

use aws_cdk_cloudwatch::{Alarm, AlarmRule, AlarmState, AtLeastOptions, AtLeastThreshold, CompositeAlarm, Metric};
use aws_cdk_core::{App, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    let options = AtLeastOptions::new(&[&alarm], AtLeastThreshold::count(2));
    CompositeAlarm::builder(&stack, "Some", &AlarmRule::at_least(AlarmState::Alarm, options)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    let options = AtLeastOptions::new(&[&alarm], AtLeastThreshold::count(1));
    CompositeAlarm::builder(&stack, "Some", &AlarmRule::at_least(AlarmState::Alarm, options)).build();
}
