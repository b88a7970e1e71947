//! Logs are kept for no day.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::{LogGroup, RetentionDays};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    LogGroup::builder(&stack, "Logs").retention(RetentionDays::Days(0)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    LogGroup::builder(&stack, "Logs").retention(RetentionDays::Days(1)).build();
}
