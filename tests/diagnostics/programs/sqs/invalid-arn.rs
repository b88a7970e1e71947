//! A queue is imported by its name.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::from_queue_arn(&stack, "Orders", "orders");
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::from_queue_arn(&stack, "Orders", "arn:aws:sqs:eu-west-1:111111111111:orders");
}
