//! How a bucket encrypts objects.

use std::rc::Rc;

use aws_cdk_cfn_s3::cfn_bucket::{
    BucketEncryptionProperty, ServerSideEncryptionByDefaultProperty, ServerSideEncryptionRuleProperty,
};
use aws_cdk_core::{Construct, Diagnostic, IConstruct};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_kms::Key;

/// How a bucket encrypts objects that are put without saying how.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BucketEncryption {
    /// As S3 does without being told, with a key that it manages.
    Unencrypted,
    /// With a key that S3 manages.
    S3Managed,
    /// With the key `alias/aws/s3`, which KMS manages for the account.
    KmsManaged,
    /// With a key of the account: the given one, or one that is made with the bucket.
    Kms,
    /// Twice, with the key `alias/aws/s3`.
    DsseManaged,
    /// Twice, with a key of the account: the given one, or one that is made with the bucket.
    Dsse,
}

impl BucketEncryption {
    fn name(self) -> &'static str {
        match self {
            BucketEncryption::Unencrypted => "Unencrypted",
            BucketEncryption::S3Managed => "S3Managed",
            BucketEncryption::KmsManaged => "KmsManaged",
            BucketEncryption::Kms => "Kms",
            BucketEncryption::DsseManaged => "DsseManaged",
            BucketEncryption::Dsse => "Dsse",
        }
    }

    /// The algorithm as the template has it; `None` if the template says nothing.
    fn algorithm(self) -> Option<&'static str> {
        match self {
            BucketEncryption::Unencrypted => None,
            BucketEncryption::S3Managed => Some("AES256"),
            BucketEncryption::KmsManaged | BucketEncryption::Kms => Some("aws:kms"),
            BucketEncryption::DsseManaged | BucketEncryption::Dsse => Some("aws:kms:dsse"),
        }
    }
}

/// What a bucket says of encryption.
#[derive(Debug, Default)]
pub(crate) struct Encryption {
    pub(crate) kind: Option<BucketEncryption>,
    pub(crate) key: Option<Rc<dyn IKey>>,
    pub(crate) bucket_key_enabled: Option<bool>,
}

impl Encryption {
    /// The property, and the key, which is made if there must be one.
    #[track_caller]
    pub(crate) fn render(&self, bucket: &Construct) -> (Option<BucketEncryptionProperty>, Option<Rc<dyn IKey>>) {
        let by_key = if self.key.is_some() { BucketEncryption::Kms } else { BucketEncryption::Unencrypted };
        let kind = self.kind.unwrap_or(by_key);
        let takes_key = matches!(kind, BucketEncryption::Kms | BucketEncryption::Dsse);
        if self.key.is_some() && !takes_key {
            let message = format!("the bucket has a key, and the encryption `{}`, which takes none", kind.name());
            bucket.node().report(
                Diagnostic::error("s3::encryption-key", message)
                    .help("use `BucketEncryption::Kms` or `Dsse`, or leave `encryption_key` out"),
            );
        }
        let Some(algorithm) = kind.algorithm() else {
            if self.bucket_key_enabled == Some(true) {
                bucket.node().report(
                    Diagnostic::error("s3::bucket-key", "a bucket key without encryption")
                        .help("say with `encryption` how objects are encrypted"),
                );
            }
            return (None, None);
        };
        let mut by_default = ServerSideEncryptionByDefaultProperty::new().sse_algorithm(algorithm);
        let key = takes_key.then(|| self.key.clone());
        let key = match key {
            Some(None) => {
                let mut made = Key::builder(bucket, "Key").description(format!("Created by {}", bucket.node().path()));
                if kind == BucketEncryption::Kms {
                    made = made.enable_key_rotation(true);
                }
                Some(Rc::new(made.build()) as Rc<dyn IKey>)
            }
            Some(given) => given,
            None => None,
        };
        if let Some(key) = &key {
            by_default = by_default.kms_master_key_id(key.key_arn());
        }
        let mut rule = ServerSideEncryptionRuleProperty::new().server_side_encryption_by_default(by_default);
        if let Some(enabled) = self.bucket_key_enabled {
            rule = rule.bucket_key_enabled(enabled);
        }
        (Some(BucketEncryptionProperty::new().server_side_encryption_configuration([rule])), key)
    }
}
