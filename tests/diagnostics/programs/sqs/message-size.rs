//! Messages are smaller than SQS takes them.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").max_message_size_bytes(1023).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").max_message_size_bytes(1024).build();
}
