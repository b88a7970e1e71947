//! Building queues.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_cfn_sqs::cfn_queue::CfnQueueBuilder;
use aws_cdk_core::{
    Construct, Diagnostic, Duration, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value, cfn_json,
};
use aws_cdk_iam::{AnyPrincipal, Effect, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_kms::Key;

use crate::fifo::{DeduplicationScope, FifoThroughputLimit, check_name, report_fifo_only};
use crate::policy::QueuePolicy;
use crate::queue::Queue;
use crate::queue_base::{IQueue, QueueEncryption};
use crate::redrive::{DeadLetterQueue, RedriveAllowPolicy};

/// Builds a [`Queue`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct QueueBuilder {
    scope: Node,
    id: String,
    queue_name: Option<PhysicalName>,
    fifo: Option<bool>,
    content_based_deduplication: Option<bool>,
    deduplication_scope: Option<DeduplicationScope>,
    fifo_throughput_limit: Option<FifoThroughputLimit>,
    delivery_delay: Option<Duration>,
    max_message_size_bytes: Option<Value<i64>>,
    retention_period: Option<Duration>,
    receive_message_wait_time: Option<Duration>,
    visibility_timeout: Option<Duration>,
    dead_letter_queue: Option<DeadLetterQueue>,
    redrive_allow_policy: Option<RedriveAllowPolicy>,
    encryption: Option<QueueEncryption>,
    encryption_master_key: Option<Rc<dyn IKey>>,
    data_key_reuse: Option<Duration>,
    enforce_ssl: bool,
    removal_policy: RemovalPolicy,
}

impl QueueBuilder {
    pub(crate) fn new(scope: &Node, id: String) -> Self {
        Self {
            scope: scope.clone(),
            id,
            queue_name: None,
            fifo: None,
            content_based_deduplication: None,
            deduplication_scope: None,
            fifo_throughput_limit: None,
            delivery_delay: None,
            max_message_size_bytes: None,
            retention_period: None,
            receive_message_wait_time: None,
            visibility_timeout: None,
            dead_letter_queue: None,
            redrive_allow_policy: None,
            encryption: None,
            encryption_master_key: None,
            data_key_reuse: None,
            enforce_ssl: false,
            removal_policy: RemovalPolicy::Destroy,
        }
    }

    /// The name; that of a FIFO queue ends in `.fifo`. Default: one that CloudFormation makes.
    pub fn queue_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.queue_name = Some(value.into());
        self
    }

    /// Whether the queue keeps the order of messages. Default: if its name ends in `.fifo`, or it has an option of FIFO
    /// queues.
    pub fn fifo(mut self, value: bool) -> Self {
        self.fifo = Some(value);
        self
    }

    /// Whether messages with the same content count as one; for FIFO queues. Default: false.
    pub fn content_based_deduplication(mut self, value: bool) -> Self {
        self.content_based_deduplication = Some(value);
        self
    }

    /// Among which messages duplicates are looked for; for FIFO queues. Default: [`DeduplicationScope::Queue`].
    pub fn deduplication_scope(mut self, value: DeduplicationScope) -> Self {
        self.deduplication_scope = Some(value);
        self
    }

    /// What the limit of messages per second is for; for FIFO queues. Default: [`FifoThroughputLimit::PerQueue`].
    pub fn fifo_throughput_limit(mut self, value: FifoThroughputLimit) -> Self {
        self.fifo_throughput_limit = Some(value);
        self
    }

    /// How long messages stay hidden at first, up to 15 minutes; whole seconds. Default: not at all.
    pub fn delivery_delay(mut self, value: Duration) -> Self {
        self.delivery_delay = Some(value);
        self
    }

    /// The largest message, 1,024 to 1,048,576 bytes. Default: that of SQS, 256 KiB.
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

    /// Where messages go that were received too often. Default: nowhere.
    pub fn dead_letter_queue(mut self, value: DeadLetterQueue) -> Self {
        self.dead_letter_queue = Some(value);
        self
    }

    /// Which queues may have this one as their dead letter queue. Default: that of SQS, all of the account and region.
    pub fn redrive_allow_policy(mut self, value: RedriveAllowPolicy) -> Self {
        self.redrive_allow_policy = Some(value);
        self
    }

    /// How messages are encrypted at rest. [`QueueEncryption::Kms`] makes a key, unless one is given. Default: that of SQS,
    /// with a key that SQS manages; [`QueueEncryption::Kms`] if a key is given.
    pub fn encryption(mut self, value: QueueEncryption) -> Self {
        self.encryption = Some(value);
        self
    }

    /// The key that encrypts messages. Default: none.
    pub fn encryption_master_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.encryption_master_key = Some(Rc::new(key.clone()));
        self
    }

    /// How long SQS reuses a data key before it asks KMS again, 1 minute to 24 hours; whole seconds. Default: that of SQS,
    /// 5 minutes.
    pub fn data_key_reuse(mut self, value: Duration) -> Self {
        self.data_key_reuse = Some(value);
        self
    }

    /// Whether the policy of the queue refuses requests without TLS. Default: false.
    pub fn enforce_ssl(mut self, value: bool) -> Self {
        self.enforce_ssl = value;
        self
    }

    /// What happens to the queue when it leaves the stack. Default: it is deleted.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the queue. Errors: `sqs::fifo-name`, `sqs::deduplication`, `sqs::duration`, `sqs::message-size`,
    /// `sqs::max-receive-count`, `sqs::redrive-allow-policy`, `sqs::encryption-key`, and those of ids. Warnings:
    /// `sqs::encryption-changed`.
    #[track_caller]
    pub fn build(mut self) -> Queue {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-sqs.Queue");
        let fifo = self.check_fifo(&construct);
        let mut resource = CfnQueue::builder(&construct, "Resource");
        if fifo {
            resource = resource.fifo_queue(true);
        }
        if let Some(value) = self.content_based_deduplication {
            resource = resource.content_based_deduplication(value);
        }
        if let Some(value) = self.deduplication_scope {
            resource = resource.deduplication_scope(value.as_str());
        }
        if let Some(value) = self.fifo_throughput_limit {
            resource = resource.fifo_throughput_limit(value.as_str());
        }
        resource = self.times_and_sizes(&construct, resource);
        if let Some(queue) = &self.dead_letter_queue {
            resource = resource.redrive_policy(queue.property(&construct));
        }
        if let Some(policy) = &self.redrive_allow_policy {
            resource = resource.redrive_allow_policy(policy.property(&construct));
        }
        let encryption_type = self.encryption_type(construct.node());
        let (mut resource, key) = self.encrypt(&construct, encryption_type, resource);
        let name = ResourceName::new(&construct, self.queue_name);
        if let Some(name) = name.property() {
            resource = resource.queue_name(name);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        let policy: Rc<RefCell<Option<QueuePolicy>>> = Rc::default();
        let validated = policy.clone();
        construct.node().add_validation(move || {
            let policy = validated.borrow();
            policy.as_ref().map(|policy| policy.document().validate_for_resource_policy()).unwrap_or_default()
        });
        let dead_letter_queue = self.dead_letter_queue;
        let queue = Queue { construct, resource, name, fifo, encryption_type, key, dead_letter_queue, policy };
        if self.enforce_ssl {
            let statement = PolicyStatement::new()
                .effect(Effect::Deny)
                .actions(["sqs:*"])
                .resources([queue.queue_arn()])
                .principal(&AnyPrincipal::new())
                .condition("Bool", cfn_json!({ "aws:SecureTransport": "false" }));
            queue.add_to_resource_policy(statement);
        }
        queue
    }

    /// Whether the queue is a FIFO queue.
    #[track_caller]
    fn check_fifo(&self, construct: &Construct) -> bool {
        let literal = self.queue_name.as_ref().and_then(|name| name.as_literal());
        let has_fifo_option = self.content_based_deduplication == Some(true)
            || self.deduplication_scope.is_some()
            || self.fifo_throughput_limit.is_some();
        let is_named_fifo = literal.is_some_and(|name| name.ends_with(".fifo"));
        let fifo = self.fifo.unwrap_or(is_named_fifo || has_fifo_option);
        check_name(construct, literal, fifo);
        if !fifo {
            if self.content_based_deduplication == Some(true) {
                report_fifo_only(construct, "deduplication by content");
            }
            if self.deduplication_scope.is_some() {
                report_fifo_only(construct, "a deduplication scope");
            }
            if self.fifo_throughput_limit.is_some() {
                report_fifo_only(construct, "a FIFO throughput limit");
            }
        }
        fifo
    }

    /// The ranges are those of SQS:
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html>.
    #[track_caller]
    fn times_and_sizes(&self, construct: &Construct, mut resource: CfnQueueBuilder) -> CfnQueueBuilder {
        if let Some(seconds) = seconds(construct, "delivery delay", self.delivery_delay, (0, 900)) {
            resource = resource.delay_seconds(seconds);
        }
        if let Some(bytes) = &self.max_message_size_bytes {
            if let Some(found) = bytes.as_literal().filter(|bytes| !(1024..=1_048_576).contains(bytes)) {
                let message = format!("messages cannot have up to {found} bytes");
                construct
                    .node()
                    .report(Diagnostic::error("sqs::message-size", message).help("use 1,024 to 1,048,576 bytes"));
            }
            resource = resource.maximum_message_size(bytes);
        }
        if let Some(seconds) = seconds(construct, "retention period", self.retention_period, (60, 1_209_600)) {
            resource = resource.message_retention_period(seconds);
        }
        if let Some(seconds) = seconds(construct, "receive wait time", self.receive_message_wait_time, (0, 20)) {
            resource = resource.receive_message_wait_time_seconds(seconds);
        }
        if let Some(seconds) = seconds(construct, "visibility timeout", self.visibility_timeout, (0, 43_200)) {
            resource = resource.visibility_timeout(seconds);
        }
        resource
    }

    /// A key given means that it is used.
    #[track_caller]
    fn encryption_type(&self, node: &Node) -> Option<QueueEncryption> {
        match self.encryption {
            given @ (None | Some(QueueEncryption::Kms)) if self.encryption_master_key.is_none() => given,
            None | Some(QueueEncryption::Kms) => Some(QueueEncryption::Kms),
            Some(other) if self.encryption_master_key.is_none() => Some(other),
            Some(QueueEncryption::SqsManaged) => {
                node.report(
                    Diagnostic::error("sqs::encryption-key", "SQS encrypts with a key of its own, and one is given")
                        .help("leave `encryption_master_key` out, or use `QueueEncryption::Kms`"),
                );
                Some(QueueEncryption::SqsManaged)
            }
            Some(other) => {
                let message = format!("the given key encrypts messages, although the encryption is {}", other.name());
                node.report(
                    Diagnostic::warning("sqs::encryption-changed", message)
                        .help("set `encryption(QueueEncryption::Kms)` with a key"),
                );
                Some(QueueEncryption::Kms)
            }
        }
    }

    #[track_caller]
    fn encrypt(
        &mut self,
        construct: &Construct,
        encryption: Option<QueueEncryption>,
        resource: CfnQueueBuilder,
    ) -> (CfnQueueBuilder, Option<Rc<dyn IKey>>) {
        let (resource, key) = match encryption {
            None => return (resource, None),
            Some(QueueEncryption::Unencrypted) => return (resource.sqs_managed_sse_enabled(false), None),
            Some(QueueEncryption::SqsManaged) => return (resource.sqs_managed_sse_enabled(true), None),
            Some(QueueEncryption::KmsManaged) => (resource.kms_master_key_id("alias/aws/sqs"), None),
            Some(QueueEncryption::Kms) => {
                let key = match self.encryption_master_key.take() {
                    Some(given) => given,
                    None => {
                        let description = format!("Created by {}", construct.node().path());
                        Rc::new(Key::builder(construct, "Key").description(description).build())
                    }
                };
                (resource.kms_master_key_id(key.key_arn()), Some(key))
            }
        };
        match seconds(construct, "data key reuse", self.data_key_reuse, (0, u64::MAX)) {
            Some(seconds) => (resource.kms_data_key_reuse_period_seconds(seconds), key),
            None => (resource, key),
        }
    }
}

/// A time in seconds, which must be in a range.
#[track_caller]
fn seconds(construct: &Construct, what: &str, duration: Option<Duration>, range: (u64, u64)) -> Option<u64> {
    let (message, help) = match duration?.to_seconds() {
        Ok(seconds) if (range.0..=range.1).contains(&seconds) => return Some(seconds),
        Ok(seconds) => (
            format!("the {what} of {seconds} seconds is out of range"),
            format!("use {} to {} seconds", range.0, range.1),
        ),
        Err(error) => (format!("the {what} cannot be used: {error}"), "use whole seconds".to_owned()),
    };
    construct.node().report(Diagnostic::error("sqs::duration", message).help(help));
    None
}
