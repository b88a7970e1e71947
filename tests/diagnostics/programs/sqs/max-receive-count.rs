//! Messages are given up before they are received.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::{DeadLetterQueue, Queue};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let failed = Queue::new(&stack, "Failed");
    Queue::builder(&stack, "Orders").dead_letter_queue(DeadLetterQueue::new(&failed, 0)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let failed = Queue::new(&stack, "Failed");
    Queue::builder(&stack, "Orders").dead_letter_queue(DeadLetterQueue::new(&failed, 1)).build();
}
