//! What queues say of mistakes.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_kms::Key;
use aws_cdk_sqs::{
    DeadLetterQueue, DeduplicationScope, FifoThroughputLimit, Queue, QueueAttributes, QueueEncryption,
    RedriveAllowPolicy, RedrivePermission,
};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    build(&Stack::new(&app, "Stack"));
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

#[test]
fn the_name_of_a_queue_says_whether_it_is_fifo() {
    let found = codes(|stack| {
        Queue::builder(stack, "Named").queue_name("orders.fifo").fifo(false).build();
        Queue::builder(stack, "Fifo").queue_name("orders").fifo(true).build();
        let arn = "arn:aws:sqs:eu-west-1:111111111111:orders";
        Queue::from_queue_attributes(stack, "Imported", QueueAttributes::new(arn).fifo(true));
    });
    assert_eq!(found, ["sqs::fifo-name"; 3]);
    let found = codes(|stack| {
        Queue::builder(stack, "Fifo").queue_name("orders.fifo").fifo(true).content_based_deduplication(true).build();
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn standard_queues_have_no_options_of_fifo_queues() {
    let found = codes(|stack| {
        Queue::builder(stack, "Standard")
            .fifo(false)
            .content_based_deduplication(true)
            .deduplication_scope(DeduplicationScope::Queue)
            .fifo_throughput_limit(FifoThroughputLimit::PerQueue)
            .build();
    });
    assert_eq!(found, ["sqs::deduplication"; 3]);
}

#[test]
fn times_and_sizes_have_ranges() {
    let found = codes(|stack| {
        let dead = Queue::new(stack, "Dead");
        Queue::builder(stack, "Slow").delivery_delay(Duration::millis(1500)).build();
        Queue::builder(stack, "Late").delivery_delay(Duration::minutes(16)).build();
        Queue::builder(stack, "Short").retention_period(Duration::seconds(59)).build();
        Queue::builder(stack, "Waiting").receive_message_wait_time(Duration::seconds(21)).build();
        Queue::builder(stack, "Hidden").visibility_timeout(Duration::hours(13)).build();
        Queue::builder(stack, "Small").max_message_size_bytes(1023).build();
        Queue::builder(stack, "Never").dead_letter_queue(DeadLetterQueue::new(&dead, 0)).build();
    });
    let expected = [&["sqs::duration"; 5][..], &["sqs::message-size", "sqs::max-receive-count"]].concat();
    assert_eq!(found, expected);
}

#[test]
fn a_redrive_permission_fits_its_sources() {
    let found = codes(|stack| {
        let source = Queue::new(stack, "Source");
        let by_queue = RedriveAllowPolicy::new().redrive_permission(RedrivePermission::ByQueue);
        let many = (0..11).fold(by_queue.clone(), |policy, _| policy.source_queue(&source));
        let all = RedriveAllowPolicy::new().redrive_permission(RedrivePermission::AllowAll).source_queue(&source);
        for (id, policy) in [("None", by_queue), ("Many", many), ("All", all)] {
            Queue::builder(stack, id).redrive_allow_policy(policy).build();
        }
    });
    assert_eq!(found, ["sqs::redrive-allow-policy"; 3]);
}

#[test]
fn a_key_is_for_encryption_with_it() {
    let found = codes(|stack| {
        let key = Key::new(stack, "Key");
        let queue = |id: &str| Queue::builder(stack, id).encryption_master_key(&key);
        queue("Own").encryption(QueueEncryption::SqsManaged).build();
        queue("Changed").encryption(QueueEncryption::Unencrypted).build();
        queue("Given").encryption(QueueEncryption::Kms).build();
    });
    assert_eq!(found, ["sqs::encryption-key", "sqs::encryption-changed"]);
}

#[test]
fn an_import_needs_an_arn() {
    assert_eq!(codes(|stack| drop(Queue::from_queue_arn(stack, "Bad", "orders"))), ["sqs::invalid-arn"]);
}
