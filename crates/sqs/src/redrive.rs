//! Where messages go that cannot be processed, and from where they may come.

use std::rc::Rc;

use aws_cdk_core::{Construct, Diagnostic, IConstruct, Json, Value, cfn_json};

use crate::queue_base::IQueue;

/// Where messages go that were received too often.
///
/// Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html>.
#[derive(Clone, Debug)]
pub struct DeadLetterQueue {
    queue: Rc<dyn IQueue>,
    max_receive_count: Value<i64>,
}

impl DeadLetterQueue {
    /// Messages go to a queue once they were received as often as this, at least once.
    pub fn new(queue: &(impl IQueue + Clone + 'static), max_receive_count: impl Into<Value<i64>>) -> Self {
        Self { queue: Rc::new(queue.clone()), max_receive_count: max_receive_count.into() }
    }

    /// The queue.
    pub fn queue(&self) -> &dyn IQueue {
        &*self.queue
    }

    /// How often a message is received before it goes there.
    pub fn max_receive_count(&self) -> &Value<i64> {
        &self.max_receive_count
    }

    #[track_caller]
    pub(crate) fn property(&self, construct: &Construct) -> Json {
        if let Some(count) = self.max_receive_count.as_literal().filter(|count| *count < 1) {
            construct.node().report(
                Diagnostic::error("sqs::max-receive-count", format!("messages are received {count} times at most"))
                    .help("use 1 or more"),
            );
        }
        cfn_json!({
            "deadLetterTargetArn": self.queue.queue_arn(),
            "maxReceiveCount": &self.max_receive_count,
        })
    }
}

/// From which queues a dead letter queue takes messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RedrivePermission {
    /// `allowAll`: from any of the account and region.
    AllowAll,
    /// `denyAll`: from none.
    DenyAll,
    /// `byQueue`: from the source queues.
    ByQueue,
}

impl RedrivePermission {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            RedrivePermission::AllowAll => "allowAll",
            RedrivePermission::DenyAll => "denyAll",
            RedrivePermission::ByQueue => "byQueue",
        }
    }
}

/// Which queues may have this one as their dead letter queue.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct RedriveAllowPolicy {
    redrive_permission: Option<RedrivePermission>,
    source_queues: Option<Vec<Rc<dyn IQueue>>>,
}

impl RedriveAllowPolicy {
    /// All queues of the account and region.
    pub fn new() -> Self {
        Self::default()
    }

    /// From which queues messages are taken. Default: from the source queues if there are some, else from all.
    pub fn redrive_permission(mut self, value: RedrivePermission) -> Self {
        self.redrive_permission = Some(value);
        self
    }

    /// Adds a queue from which messages are taken; up to 10. Default: none.
    pub fn source_queue(mut self, queue: &(impl IQueue + Clone + 'static)) -> Self {
        self.source_queues.get_or_insert_default().push(Rc::new(queue.clone()));
        self
    }

    #[track_caller]
    pub(crate) fn property(&self, construct: &Construct) -> Json {
        self.check(construct);
        let default =
            if self.source_queues.is_some() { RedrivePermission::ByQueue } else { RedrivePermission::AllowAll };
        let permission = self.redrive_permission.unwrap_or(default);
        let mut property = aws_cdk_core::Object::new();
        property.insert("redrivePermission", permission.as_str());
        if let Some(queues) = &self.source_queues {
            property.insert("sourceQueueArns", queues.iter().map(|queue| queue.queue_arn()).collect::<Vec<_>>());
        }
        Json::Object(property)
    }

    /// The rules are those of SQS:
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>.
    #[track_caller]
    fn check(&self, construct: &Construct) {
        let sources = self.source_queues.as_ref().map(Vec::len);
        let problem = match (self.redrive_permission, sources) {
            (Some(RedrivePermission::ByQueue), None | Some(0)) => "there is no source queue",
            (Some(RedrivePermission::ByQueue), Some(11..)) => "there are more than 10 source queues",
            (Some(RedrivePermission::AllowAll | RedrivePermission::DenyAll), Some(_)) => {
                "source queues do not go with a permission for all or none"
            }
            _ => return,
        };
        construct.node().report(
            Diagnostic::error("sqs::redrive-allow-policy", format!("the redrive allow policy does not fit: {problem}"))
                .help("name 1 to 10 source queues, or set `redrive_permission` to allow or deny all"),
        );
    }
}
