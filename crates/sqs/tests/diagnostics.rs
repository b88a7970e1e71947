//! What queues say of mistakes.

use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_sqs::Queue;

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
    });
    assert_eq!(found, ["sqs::fifo-name"; 2]);
    let found = codes(|stack| {
        Queue::builder(stack, "Fifo").queue_name("orders.fifo").fifo(true).content_based_deduplication(true).build();
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn options_of_queues_fit_together() {
    let found = codes(|stack| {
        Queue::builder(stack, "Standard").fifo(false).content_based_deduplication(true).build();
        Queue::builder(stack, "Slow").delivery_delay(Duration::millis(1500)).build();
    });
    assert_eq!(found, ["sqs::deduplication", "sqs::duration"]);
}
