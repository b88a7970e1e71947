//! A standard queue is to leave out repeated messages.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").fifo(false).content_based_deduplication(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").fifo(true).content_based_deduplication(true).build();
}
