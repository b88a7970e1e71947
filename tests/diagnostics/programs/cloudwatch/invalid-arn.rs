//! An alarm is imported by its name.

use aws_cdk_cloudwatch::Alarm;
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Alarm::from_alarm_arn(&stack, "Slow", "slow");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Alarm::from_alarm_arn(&stack, "Slow", "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:slow");
}
