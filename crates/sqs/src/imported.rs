//! Queues that exist.

use std::rc::Rc;

use aws_cdk_core::{Arn, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_kms::Key;

use crate::fifo::check_name;
use crate::queue::Queue;
use crate::queue_base::{self, IQueue, QueueEncryption};

/// What is known of a queue that exists.
#[must_use]
#[derive(Clone, Debug)]
pub struct QueueAttributes {
    queue_arn: Value<String>,
    queue_name: Option<Value<String>>,
    queue_url: Option<Value<String>>,
    key_arn: Option<Value<String>>,
    fifo: Option<bool>,
}

impl QueueAttributes {
    /// The ARN of the queue.
    pub fn new(queue_arn: impl Into<Value<String>>) -> Self {
        Self { queue_arn: queue_arn.into(), queue_name: None, queue_url: None, key_arn: None, fifo: None }
    }

    /// The name. Default: the one in the ARN.
    pub fn queue_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.queue_name = Some(value.into());
        self
    }

    /// The URL. Default: made of the ARN.
    pub fn queue_url(mut self, value: impl Into<Value<String>>) -> Self {
        self.queue_url = Some(value.into());
        self
    }

    /// The ARN of the key that encrypts messages. Default: none.
    pub fn key_arn(mut self, value: impl Into<Value<String>>) -> Self {
        self.key_arn = Some(value.into());
        self
    }

    /// Whether the queue keeps the order of messages; needed where the ARN is a token. Default: if its name ends in `.fifo`.
    pub fn fifo(mut self, value: bool) -> Self {
        self.fifo = Some(value);
        self
    }
}

/// A queue that exists already. Its policy cannot be changed here.
#[derive(Clone, Debug)]
pub struct ImportedQueue {
    construct: Construct,
    queue_arn: Value<String>,
    queue_url: Value<String>,
    queue_name: Value<String>,
    account: Option<Value<String>>,
    key: Option<Rc<dyn IKey>>,
    fifo: bool,
}

impl IConstruct for ImportedQueue {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for ImportedQueue {
    fn add_to_resource_policy(&self, _: PolicyStatement) -> AddToResourcePolicyResult {
        AddToResourcePolicyResult::not_added()
    }

    fn resource_account(&self) -> Value<String> {
        self.account.clone().unwrap_or_else(|| Stack::of(self).account())
    }
}

impl IQueue for ImportedQueue {
    fn queue_arn(&self) -> Value<String> {
        self.queue_arn.clone()
    }

    fn queue_url(&self) -> Value<String> {
        self.queue_url.clone()
    }

    fn queue_name(&self) -> Value<String> {
        self.queue_name.clone()
    }

    fn fifo(&self) -> bool {
        self.fifo
    }

    fn encryption_type(&self) -> Option<QueueEncryption> {
        self.key.as_ref().map(|_| QueueEncryption::Kms)
    }

    fn encryption_master_key(&self) -> Option<Rc<dyn IKey>> {
        let key: Rc<dyn IKey> = self.key.clone()?;
        Some(key)
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        queue_base::grant(self, grantee, actions)
    }
}

impl Queue {
    /// A queue that exists, by its ARN. Something else than an ARN is the error `sqs::invalid-arn`.
    ///
    /// ```
    /// use aws_cdk_core::{App, Stack};
    /// use aws_cdk_sqs::{IQueue, Queue};
    ///
    /// let app = App::new();
    /// let stack = Stack::new(&app, "Stack");
    /// let orders = Queue::from_queue_arn(&stack, "Orders", "arn:aws:sqs:eu-west-1:111111111111:orders.fifo");
    /// assert!(orders.fifo());
    /// ```
    #[track_caller]
    pub fn from_queue_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        queue_arn: impl Into<Value<String>>,
    ) -> ImportedQueue {
        Self::from_queue_attributes(scope, id, QueueAttributes::new(queue_arn))
    }

    /// A queue that exists, by all that is known of it. Errors: `sqs::invalid-arn`, `sqs::fifo-name`, and those of ids.
    #[track_caller]
    pub fn from_queue_attributes(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        attributes: QueueAttributes,
    ) -> ImportedQueue {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-sqs.Queue");
        let parts = match Arn::split(&attributes.queue_arn, ArnFormat::NoResourceName) {
            Ok(parts) => Some(parts),
            Err(error) => {
                construct.node().report(
                    Diagnostic::error("sqs::invalid-arn", error.to_string())
                        .help("give the ARN of a queue: `arn:aws:sqs:eu-west-1:111111111111:name`"),
                );
                None
            }
        };
        let resource = parts.as_ref().map(|parts| parts.resource.clone());
        let queue_name = attributes.queue_name.or(resource).unwrap_or_else(|| "".into());
        let url = parts.as_ref().map(|parts| {
            let (region, suffix) = (&parts.region, Stack::of(&construct).url_suffix());
            cfn_format!("https://sqs.{}.{}/{}/{}", region, suffix, parts.account, queue_name)
        });
        let queue_url = attributes.queue_url.or(url).unwrap_or_else(|| "".into());
        let is_named_fifo = queue_name.as_literal().is_some_and(|name| name.ends_with(".fifo"));
        let fifo = match (attributes.queue_arn.is_token(), attributes.fifo) {
            (true, given) => given.unwrap_or(false),
            (false, None) => is_named_fifo,
            (false, Some(given)) => {
                check_name(&construct, queue_name.as_literal(), given);
                is_named_fifo
            }
        };
        let mut key: Option<Rc<dyn IKey>> = None;
        if let Some(arn) = attributes.key_arn {
            key = Some(Rc::new(Key::from_key_arn(&construct, "Key", arn)));
        }
        let account = parts.map(|parts| parts.account);
        ImportedQueue { construct, queue_arn: attributes.queue_arn, queue_url, queue_name, account, key, fifo }
    }
}
