//! What queues have in common, made here or imported.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::Value;
use aws_cdk_iam::{Grant, GrantOptions, IGrantable, IResourceWithPolicy};
use aws_cdk_interfaces::kms::IKey;

/// How messages are encrypted at rest.
///
/// Source: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueueEncryption {
    /// Not at all.
    Unencrypted,
    /// With the key `alias/aws/sqs`, which KMS manages for the account.
    KmsManaged,
    /// With a key of the account: the given one, or one that is made with the queue.
    Kms,
    /// With a key that SQS manages.
    SqsManaged,
}

impl QueueEncryption {
    /// The name that the CDK has for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            QueueEncryption::Unencrypted => "UNENCRYPTED",
            QueueEncryption::KmsManaged => "KMS_MANAGED",
            QueueEncryption::Kms => "KMS",
            QueueEncryption::SqsManaged => "SQS_MANAGED",
        }
    }
}

/// A queue, made here or imported.
pub trait IQueue: IResourceWithPolicy + fmt::Debug {
    /// The ARN of the queue.
    fn queue_arn(&self) -> Value<String>;

    /// The URL of the queue.
    fn queue_url(&self) -> Value<String>;

    /// The name of the queue.
    fn queue_name(&self) -> Value<String>;

    /// Whether the queue keeps the order of messages.
    fn fifo(&self) -> bool;

    /// How messages are encrypted, as far as it is known.
    fn encryption_type(&self) -> Option<QueueEncryption>;

    /// The key that encrypts messages, if it is one of the account and known.
    fn encryption_master_key(&self) -> Option<Rc<dyn IKey>>;

    /// Grants actions on the queue.
    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant;

    /// Grants the right to receive messages and to delete them, and to decrypt with the queue's key.
    #[track_caller]
    fn grant_consume_messages(&self, grantee: &dyn IGrantable) -> Grant {
        let actions = [
            "sqs:ReceiveMessage",
            "sqs:ChangeMessageVisibility",
            "sqs:GetQueueUrl",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
        ];
        let grant = self.grant(grantee, &actions);
        if let Some(key) = self.encryption_master_key() {
            key.grant_decrypt(grantee);
        }
        grant
    }

    /// Grants the right to send messages, and to encrypt and decrypt with the queue's key.
    #[track_caller]
    fn grant_send_messages(&self, grantee: &dyn IGrantable) -> Grant {
        let grant = self.grant(grantee, &["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"]);
        if let Some(key) = self.encryption_master_key() {
            key.grant(grantee, &["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]);
        }
        grant
    }

    /// Grants the right to delete all messages.
    #[track_caller]
    fn grant_purge(&self, grantee: &dyn IGrantable) -> Grant {
        self.grant(grantee, &["sqs:PurgeQueue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"])
    }
}

/// Grants actions on a queue, in its own policy for who has none or is of another account.
#[track_caller]
pub(crate) fn grant(queue: &dyn IQueue, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
    let options = GrantOptions::new(grantee).actions(actions.iter().copied()).resource_arns([queue.queue_arn()]);
    Grant::add_to_principal_or_resource(options, queue)
}
