//! Queues that keep the order of messages: what counts as the same message, and how many pass.

use aws_cdk_core::{Construct, Diagnostic, IConstruct};

/// Among which messages duplicates are looked for.
///
/// Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeduplicationScope {
    /// `messageGroup`: those of the same group.
    MessageGroup,
    /// `queue`: all of the queue.
    Queue,
}

impl DeduplicationScope {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            DeduplicationScope::MessageGroup => "messageGroup",
            DeduplicationScope::Queue => "queue",
        }
    }
}

/// What the limit of messages per second is for.
///
/// Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FifoThroughputLimit {
    /// `perQueue`: the whole queue.
    PerQueue,
    /// `perMessageGroupId`: each group.
    PerMessageGroupId,
}

impl FifoThroughputLimit {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            FifoThroughputLimit::PerQueue => "perQueue",
            FifoThroughputLimit::PerMessageGroupId => "perMessageGroupId",
        }
    }
}

/// The rules are those of SQS: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html>.
#[track_caller]
pub(crate) fn check_name(construct: &Construct, name: Option<&str>, fifo: bool) {
    if let Some(name) = name.filter(|name| name.ends_with(".fifo") != fifo) {
        construct.node().report(
            Diagnostic::error(
                "sqs::fifo-name",
                format!("`{name}` does not fit: names of FIFO queues end in `.fifo`, others do not"),
            )
            .help("change the name, or `fifo`"),
        );
    }
}

/// Reports an option that only FIFO queues have.
#[track_caller]
pub(crate) fn report_fifo_only(construct: &Construct, option: &str) {
    construct.node().report(
        Diagnostic::error("sqs::deduplication", format!("only FIFO queues have {option}")).help("call `fifo(true)`"),
    );
}
