//! The rule of a composite alarm is too long.

use aws_cdk_cloudwatch::{AlarmRule, CompositeAlarm};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    CompositeAlarm::builder(&stack, "Any", &AlarmRule::from_string("x".repeat(10_241))).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    CompositeAlarm::builder(&stack, "Any", &AlarmRule::from_string("x".repeat(10_240))).build();
}
