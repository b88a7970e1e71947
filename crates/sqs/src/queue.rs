//! Queues.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_sqs::CfnQueue;
use aws_cdk_core::{ArnComponents, Construct, DependencyGroup, IConstruct, Node, ResourceName, Value};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;

use crate::policy::QueuePolicy;
use crate::queue_base::{self, IQueue, QueueEncryption};
use crate::queue_builder::QueueBuilder;
use crate::redrive::DeadLetterQueue;

/// A queue.
///
/// Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html>.
#[derive(Clone, Debug)]
pub struct Queue {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnQueue,
    pub(crate) name: ResourceName,
    pub(crate) fifo: bool,
    pub(crate) encryption_type: Option<QueueEncryption>,
    pub(crate) key: Option<Rc<dyn IKey>>,
    pub(crate) dead_letter_queue: Option<DeadLetterQueue>,
    pub(crate) policy: Rc<RefCell<Option<QueuePolicy>>>,
}

impl IConstruct for Queue {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for Queue {
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        let known = self.policy.borrow().clone();
        let policy = match known {
            Some(policy) => policy,
            None => {
                let policy = QueuePolicy::new(self, "Policy", &[self]);
                *self.policy.borrow_mut() = Some(policy.clone());
                policy
            }
        };
        policy.document().add_statements([statement]);
        AddToResourcePolicyResult::added(DependencyGroup::of(&policy))
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

    fn encryption_type(&self) -> Option<QueueEncryption> {
        self.encryption_type
    }

    fn encryption_master_key(&self) -> Option<Rc<dyn IKey>> {
        self.key.clone()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        queue_base::grant(self, grantee, actions)
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
        QueueBuilder::new(scope.node(), id.into())
    }

    /// Where messages go that were received too often; `None` if nowhere.
    pub fn dead_letter_queue(&self) -> Option<&DeadLetterQueue> {
        self.dead_letter_queue.as_ref()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnQueue {
        &self.resource
    }
}
