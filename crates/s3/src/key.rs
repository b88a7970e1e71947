//! The key that is made with a bucket.
//!
//! As in `aws-cdk-kms`, on which no crate depends that every app with an HTTP API compiles.

use std::fmt;

use aws_cdk_core::{CfnResource, Construct, IConstruct, Node, RemovalPolicy, Stack, Value};
use aws_cdk_iam::{
    AccountRootPrincipal, AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyDocument,
    PolicyStatement,
};
use aws_cdk_interfaces::kms::{IKey, grant_on_key};

/// The key of a bucket.
pub(crate) struct BucketKey {
    construct: Construct,
    resource: CfnResource,
    policy: PolicyDocument,
}

impl fmt::Debug for BucketKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.node().path())
    }
}

impl IConstruct for BucketKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for BucketKey {
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        self.policy.add_statements([statement]);
        AddToResourcePolicyResult::added_to_resource()
    }
}

impl IKey for BucketKey {
    fn key_arn(&self) -> Value<String> {
        self.resource.get_att("Arn").into()
    }

    fn key_id(&self) -> Value<String> {
        self.resource.ref_().into()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on_key(self, grantee, actions)
    }

    fn resource_region(&self) -> Value<String> {
        Stack::of(self).region()
    }
}

impl BucketKey {
    /// A key with the defaults of keys: the account's policies decide who may use it, and it is kept.
    #[track_caller]
    pub(crate) fn new(bucket: &Construct, rotates: bool) -> Self {
        let construct = Construct::of_type(bucket, "Key", "aws-cdk-kms.Key");
        let statement = PolicyStatement::new().actions(["kms:*"]).resources(["*"]);
        let policy = PolicyDocument::new().statement(statement.principal(&AccountRootPrincipal::new()));
        let mut resource = CfnResource::builder(&construct, "Resource", "AWS::KMS::Key")
            .property("Description", format!("Created by {}", bucket.node().path()));
        if rotates {
            resource = resource.property("EnableKeyRotation", true);
        }
        let resource = resource.property("KeyPolicy", &policy).build();
        resource.apply_removal_policy(RemovalPolicy::Retain);
        Self { construct, resource, policy }
    }
}
