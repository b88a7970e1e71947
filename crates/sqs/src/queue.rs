//! Queues.

use std::fmt;

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_core::{
    ArnComponents, Construct, Diagnostic, Duration, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value,
};

/// A queue, made here or imported.
pub trait IQueue: IConstruct + fmt::Debug {
    /// The ARN of the queue.
    fn queue_arn(&self) -> Value<String>;

    /// The URL of the queue.
    fn queue_url(&self) -> Value<String>;

    /// The name of the queue.
    fn queue_name(&self) -> Value<String>;

    /// Whether the queue keeps the order of messages.
    fn fifo(&self) -> bool;
}

/// A queue.
#[derive(Clone, Debug)]
pub struct Queue {
    construct: Construct,
    resource: CfnQueue,
    name: ResourceName,
    fifo: bool,
}

impl IConstruct for Queue {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IQueue for Queue {
    fn queue_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| ArnComponents::new("sqs", name))
    }

    fn queue_url(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    fn queue_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.attr_queue_name())
    }

    fn fifo(&self) -> bool {
        self.fifo
    }
}

impl Queue {
    /// A queue with the defaults.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a queue with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> QueueBuilder {
        QueueBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            queue_name: None,
            fifo: None,
            content_based_deduplication: None,
            delivery_delay: None,
            max_message_size_bytes: None,
            retention_period: None,
            receive_message_wait_time: None,
            visibility_timeout: None,
            removal_policy: RemovalPolicy::Destroy,
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnQueue {
        &self.resource
    }
}

/// Builds a [`Queue`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct QueueBuilder {
    scope: Node,
    id: String,
    queue_name: Option<PhysicalName>,
    fifo: Option<bool>,
    content_based_deduplication: Option<bool>,
    delivery_delay: Option<Duration>,
    max_message_size_bytes: Option<Value<i64>>,
    retention_period: Option<Duration>,
    receive_message_wait_time: Option<Duration>,
    visibility_timeout: Option<Duration>,
    removal_policy: RemovalPolicy,
}

impl QueueBuilder {
    /// The name; that of a FIFO queue ends in `.fifo`. Default: one that CloudFormation makes.
    pub fn queue_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.queue_name = Some(value.into());
        self
    }

    /// Whether the queue keeps the order of messages. Default: if its name ends in `.fifo`, or it deduplicates by content.
    pub fn fifo(mut self, value: bool) -> Self {
        self.fifo = Some(value);
        self
    }

    /// Whether messages with the same content count as one; for FIFO queues. Default: false.
    pub fn content_based_deduplication(mut self, value: bool) -> Self {
        self.content_based_deduplication = Some(value);
        self
    }

    /// How long messages stay hidden at first, up to 15 minutes; whole seconds. Default: not at all.
    pub fn delivery_delay(mut self, value: Duration) -> Self {
        self.delivery_delay = Some(value);
        self
    }

    /// The largest message, in bytes. Default: that of SQS.
    pub fn max_message_size_bytes(mut self, value: impl Into<Value<i64>>) -> Self {
        self.max_message_size_bytes = Some(value.into());
        self
    }

    /// How long messages are kept, 60 seconds to 14 days; whole seconds. Default: that of SQS, 4 days.
    pub fn retention_period(mut self, value: Duration) -> Self {
        self.retention_period = Some(value);
        self
    }

    /// How long receiving waits for a message, up to 20 seconds; whole seconds. Default: not at all.
    pub fn receive_message_wait_time(mut self, value: Duration) -> Self {
        self.receive_message_wait_time = Some(value);
        self
    }

    /// How long a message that was received stays hidden, up to 12 hours; whole seconds. Default: that of SQS, 30 seconds.
    pub fn visibility_timeout(mut self, value: Duration) -> Self {
        self.visibility_timeout = Some(value);
        self
    }

    /// What happens to the queue when it leaves the stack. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the queue. Errors: `sqs::fifo-name`, `sqs::deduplication`, `sqs::duration`, and those of ids.
    #[track_caller]
    pub fn build(self) -> Queue {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-sqs.Queue");
        let literal = self.queue_name.as_ref().and_then(|name| name.as_literal());
        let named_fifo = literal.is_some_and(|name| name.ends_with(".fifo"));
        let fifo = self.fifo.unwrap_or(named_fifo || self.content_based_deduplication == Some(true));
        check_fifo(&construct, literal, fifo, self.content_based_deduplication);
        let mut resource = CfnQueue::builder(&construct, "Resource");
        if fifo {
            resource = resource.fifo_queue(true);
        }
        if let Some(value) = self.content_based_deduplication {
            resource = resource.content_based_deduplication(value);
        }
        if let Some(seconds) = seconds(&construct, self.delivery_delay) {
            resource = resource.delay_seconds(seconds);
        }
        if let Some(bytes) = self.max_message_size_bytes {
            resource = resource.maximum_message_size(bytes);
        }
        if let Some(seconds) = seconds(&construct, self.retention_period) {
            resource = resource.message_retention_period(seconds);
        }
        if let Some(seconds) = seconds(&construct, self.receive_message_wait_time) {
            resource = resource.receive_message_wait_time_seconds(seconds);
        }
        if let Some(seconds) = seconds(&construct, self.visibility_timeout) {
            resource = resource.visibility_timeout(seconds);
        }
        let name = ResourceName::new(&construct, self.queue_name);
        if let Some(name) = name.property() {
            resource = resource.queue_name(name);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        Queue { construct, resource, name, fifo }
    }
}

#[track_caller]
fn seconds(construct: &Construct, duration: Option<Duration>) -> Option<u64> {
    match duration?.to_seconds() {
        Ok(seconds) => Some(seconds),
        Err(error) => {
            construct.node().report(Diagnostic::error("sqs::duration", error.to_string()).help("use whole seconds"));
            None
        }
    }
}

/// The rules are those of SQS: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html>.
#[track_caller]
fn check_fifo(construct: &Construct, name: Option<&str>, fifo: bool, deduplicates: Option<bool>) {
    if let Some(name) = name.filter(|name| name.ends_with(".fifo") != fifo) {
        construct.node().report(
            Diagnostic::error(
                "sqs::fifo-name",
                format!("`{name}` does not fit: names of FIFO queues end in `.fifo`, others do not"),
            )
            .help("change the name, or `fifo`"),
        );
    }
    if deduplicates == Some(true) && !fifo {
        construct.node().report(
            Diagnostic::error("sqs::deduplication", "only FIFO queues deduplicate by content")
                .help("call `fifo(true)`"),
        );
    }
}
