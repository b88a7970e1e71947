//! Messages are delayed for more than a quarter of an hour.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_sqs::Queue;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").delivery_delay(Duration::seconds(901)).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    Queue::builder(&stack, "Orders").delivery_delay(Duration::seconds(900)).build();
}
