//! A log group is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_logs::LogGroup;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    LogGroup::from_log_group_arn(&stack, "Logs", "books");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    LogGroup::from_log_group_name(&stack, "Logs", "books");
}
