//! Two stacks of which one needs the other, and a stage of its own; what the context says stands in the templates.

use aws_cdk_core::{App, CfnOutput, IConstruct, Stack, Stage, SynthError};
use aws_cdk_sqs::{IQueue, Queue};

fn main() -> Result<(), SynthError> {
    let app = App::new();
    let first = Stack::new(&app, "First");
    let queue = Queue::new(&first, "Queue");
    let second = Stack::new(&app, "Second");
    Queue::new(&second, "Queue");
    CfnOutput::new(&second, "QueueName", queue.queue_name());
    for key in ["color", "size"] {
        let value = app.node().try_get_context(key).map_or_else(|| "none".to_owned(), |value| value.to_string());
        CfnOutput::new(&second, key, value);
    }
    let large = app.node().try_get_context("large").and_then(|value| value.as_str().map(str::len));
    CfnOutput::new(&second, "large", large.unwrap_or_default().to_string());
    let beta = Stage::new(&app, "Beta");
    Queue::new(&Stack::new(&beta, "Third"), "Queue");
    app.synth()?;
    Ok(())
}
