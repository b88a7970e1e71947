//! The policies of queues.

use aws_cdk_cfn_sqs::CfnQueuePolicy;
use aws_cdk_core::{Construct, IConstruct, Node};
use aws_cdk_iam::PolicyDocument;

use crate::queue_base::IQueue;

/// The policy of queues. Mostly made by a queue, when the first statement is added to its policy.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{PolicyStatement, ServicePrincipal};
/// use aws_cdk_sqs::{Queue, QueuePolicy};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let queue = Queue::new(&stack, "Queue");
/// let policy = QueuePolicy::new(&stack, "Policy", &[&queue]);
/// let topic = ServicePrincipal::new("sns");
/// policy.document().add_statements([PolicyStatement::new().actions(["sqs:SendMessage"]).resources(["*"]).principal(&topic)]);
/// ```
#[derive(Clone, Debug)]
pub struct QueuePolicy {
    construct: Construct,
    resource: CfnQueuePolicy,
    document: PolicyDocument,
}

impl IConstruct for QueuePolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl QueuePolicy {
    /// An empty policy for queues.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, queues: &[&dyn IQueue]) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-sqs.QueuePolicy");
        let document = PolicyDocument::new();
        let urls: Vec<_> = queues.iter().map(|queue| queue.queue_url()).collect();
        let resource = CfnQueuePolicy::builder(&construct, "Resource").policy_document(&document).queues(urls).build();
        Self { construct, resource, document }
    }

    /// The statements.
    pub fn document(&self) -> &PolicyDocument {
        &self.document
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnQueuePolicy {
        &self.resource
    }
}
