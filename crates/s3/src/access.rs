//! Who may reach a bucket, beside what policies say.

use aws_cdk_cfn_s3::cfn_bucket::PublicAccessBlockConfigurationProperty;

/// Which public access is refused, whatever policies and access control lists say.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>.
///
/// ```
/// use aws_cdk_s3::BlockPublicAccess;
///
/// let website = BlockPublicAccess::new().block_public_policy(false).restrict_public_buckets(false);
/// ```
#[must_use]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlockPublicAccess {
    block_public_acls: Option<bool>,
    block_public_policy: Option<bool>,
    ignore_public_acls: Option<bool>,
    restrict_public_buckets: Option<bool>,
}

impl BlockPublicAccess {
    /// All of it.
    pub const BLOCK_ALL: Self = Self::of(Some(true), Some(true));
    /// What access control lists allow, and by default the rest as well.
    pub const BLOCK_ACLS: Self = Self::of(Some(true), None);
    /// What access control lists allow; policies may make objects public.
    pub const BLOCK_ACLS_ONLY: Self = Self::of(Some(true), Some(false));

    const fn of(acls: Option<bool>, policy: Option<bool>) -> Self {
        Self {
            block_public_acls: acls,
            block_public_policy: policy,
            ignore_public_acls: acls,
            restrict_public_buckets: policy,
        }
    }

    /// All of it, unless setters say otherwise; nothing, if the feature flag `@aws-cdk/aws-s3:publicAccessBlockedByDefault` is
    /// off.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether public access control lists can be added. Default: they cannot.
    pub fn block_public_acls(mut self, value: bool) -> Self {
        self.block_public_acls = Some(value);
        self
    }

    /// Whether a public policy is refused. Default: it is.
    pub fn block_public_policy(mut self, value: bool) -> Self {
        self.block_public_policy = Some(value);
        self
    }

    /// Whether public access control lists have no effect. Default: they have none.
    pub fn ignore_public_acls(mut self, value: bool) -> Self {
        self.ignore_public_acls = Some(value);
        self
    }

    /// Whether a public policy has no effect on others than the account. Default: it has none.
    pub fn restrict_public_buckets(mut self, value: bool) -> Self {
        self.restrict_public_buckets = Some(value);
        self
    }

    /// What is not said is refused.
    pub(crate) fn or_blocked(self) -> Self {
        Self {
            block_public_acls: self.block_public_acls.or(Some(true)),
            block_public_policy: self.block_public_policy.or(Some(true)),
            ignore_public_acls: self.ignore_public_acls.or(Some(true)),
            restrict_public_buckets: self.restrict_public_buckets.or(Some(true)),
        }
    }

    pub(crate) fn blocks_public_policy(self) -> bool {
        self.block_public_policy == Some(true)
    }

    pub(crate) fn property(self) -> PublicAccessBlockConfigurationProperty {
        let mut property = PublicAccessBlockConfigurationProperty::new();
        if let Some(value) = self.block_public_acls {
            property = property.block_public_acls(value);
        }
        if let Some(value) = self.block_public_policy {
            property = property.block_public_policy(value);
        }
        if let Some(value) = self.ignore_public_acls {
            property = property.ignore_public_acls(value);
        }
        if let Some(value) = self.restrict_public_buckets {
            property = property.restrict_public_buckets(value);
        }
        property
    }
}

/// Whose objects are that others put into a bucket.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ObjectOwnership {
    /// The bucket owner's; there are no access control lists.
    BucketOwnerEnforced,
    /// The bucket owner's, if they are put with the access control list `bucket-owner-full-control`.
    BucketOwnerPreferred,
    /// Those of who put them.
    ObjectWriter,
}

impl ObjectOwnership {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            ObjectOwnership::BucketOwnerEnforced => "BucketOwnerEnforced",
            ObjectOwnership::BucketOwnerPreferred => "BucketOwnerPreferred",
            ObjectOwnership::ObjectWriter => "ObjectWriter",
        }
    }
}

/// A ready-made access control list. Policies are the better way.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BucketAccessControl {
    /// The owner has all rights.
    Private,
    /// Everybody can read.
    PublicRead,
    /// Everybody can read and write.
    PublicReadWrite,
    /// Amazon EC2 can read images.
    AwsExecRead,
    /// Every principal of AWS can read.
    AuthenticatedRead,
    /// The bucket's owner can read objects of others.
    BucketOwnerRead,
    /// The bucket's owner has all rights on objects of others.
    BucketOwnerFullControl,
    /// S3 can write access logs.
    LogDeliveryWrite,
}

impl BucketAccessControl {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            BucketAccessControl::Private => "Private",
            BucketAccessControl::PublicRead => "PublicRead",
            BucketAccessControl::PublicReadWrite => "PublicReadWrite",
            BucketAccessControl::AwsExecRead => "AwsExecRead",
            BucketAccessControl::AuthenticatedRead => "AuthenticatedRead",
            BucketAccessControl::BucketOwnerRead => "BucketOwnerRead",
            BucketAccessControl::BucketOwnerFullControl => "BucketOwnerFullControl",
            BucketAccessControl::LogDeliveryWrite => "LogDeliveryWrite",
        }
    }

    /// Whether objects must stay those of who put them, for the list to have an effect.
    pub(crate) fn needs_object_ownership(self) -> bool {
        !matches!(
            self,
            BucketAccessControl::Private
                | BucketAccessControl::BucketOwnerRead
                | BucketAccessControl::BucketOwnerFullControl
        )
    }
}
