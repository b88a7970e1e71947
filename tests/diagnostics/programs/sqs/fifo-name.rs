//! The name of a FIFO queue does not say that it is one.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").queue_name("orders").fifo(true).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").queue_name("orders.fifo").fifo(true).build();
}
