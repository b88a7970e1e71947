//! Logs that are only delivered are to be kept.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::{LogGroup, LogGroupClass, RetentionDays};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::builder(&stack, "Logs").log_group_class(LogGroupClass::Delivery);
    logs.retention(RetentionDays::OneWeek).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::builder(&stack, "Logs").log_group_class(LogGroupClass::Delivery);
    logs.build();
}
