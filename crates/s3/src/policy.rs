//! The policies of buckets.

use aws_cdk_cfn_s3::CfnBucketPolicy;
use aws_cdk_core::{Construct, IConstruct, Node, RemovalPolicy};
use aws_cdk_iam::PolicyDocument;
use aws_cdk_interfaces::s3::IBucket;

/// The policy of a bucket. Mostly made by the bucket, when the first statement is added to its policy.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_iam::{PolicyStatement, ServicePrincipal};
/// use aws_cdk_s3::{Bucket, BucketPolicy, IBucket};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let bucket = Bucket::from_bucket_name(&stack, "Bucket", "books");
/// let policy = BucketPolicy::new(&stack, "Policy", &bucket);
/// policy.document().add_statements([PolicyStatement::new()
///     .actions(["s3:GetObject"])
///     .resources([bucket.arn_for_objects("*")])
///     .principal(&ServicePrincipal::new("cloudfront"))]);
/// ```
#[derive(Clone, Debug)]
pub struct BucketPolicy {
    construct: Construct,
    resource: CfnBucketPolicy,
    document: PolicyDocument,
}

impl IConstruct for BucketPolicy {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl BucketPolicy {
    /// An empty policy for a bucket.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl AsRef<str>, bucket: &(impl IBucket + ?Sized)) -> Self {
        let construct = Construct::of_type(scope, id.as_ref(), "aws-cdk-s3.BucketPolicy");
        let document = PolicyDocument::new();
        let resource =
            CfnBucketPolicy::builder(&construct, "Resource").bucket(bucket.bucket_name()).policy_document(&document);
        Self { resource: resource.build(), construct, document }
    }

    /// The statements.
    pub fn document(&self) -> &PolicyDocument {
        &self.document
    }

    /// Says what happens to the policy when it leaves the stack.
    #[track_caller]
    pub fn apply_removal_policy(&self, policy: RemovalPolicy) {
        self.resource.apply_removal_policy(policy);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnBucketPolicy {
        &self.resource
    }
}
