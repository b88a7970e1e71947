//! No queue may send messages that failed, and one may.

use aws_cdk_core::{App, Stack};
use aws_cdk_sqs::{Queue, RedriveAllowPolicy, RedrivePermission};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = Queue::new(&stack, "Orders");
    let policy = RedriveAllowPolicy::new().redrive_permission(RedrivePermission::DenyAll).source_queue(&orders);
    Queue::builder(&stack, "Failed").redrive_allow_policy(policy).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let orders = Queue::new(&stack, "Orders");
    let policy = RedriveAllowPolicy::new().redrive_permission(RedrivePermission::ByQueue).source_queue(&orders);
    Queue::builder(&stack, "Failed").redrive_allow_policy(policy).build();
}
