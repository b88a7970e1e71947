//! The key that is made with a queue, and the one that an imported queue has.
//!
//! As in `aws-cdk-kms`, on which no crate depends that every app with a Lambda function compiles.

use std::fmt;

use aws_cdk_core::{Arn, ArnFormat, CfnResource, Construct, IConstruct, Node, RemovalPolicy, Stack, Value};
use aws_cdk_iam::{
    AccountRootPrincipal, AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyDocument,
    PolicyStatement,
};
use aws_cdk_interfaces::kms::{IKey, grant_on_key};

/// The key of a queue.
#[derive(Clone)]
pub(crate) struct QueueKey {
    construct: Construct,
    arn: Value<String>,
    id: Value<String>,
    /// That of a key that is made here.
    policy: Option<PolicyDocument>,
    /// Account and region of an imported key.
    environment: Option<(Value<String>, Value<String>)>,
}

impl fmt::Debug for QueueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.node().path())
    }
}

impl IConstruct for QueueKey {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for QueueKey {
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        match &self.policy {
            Some(policy) => {
                policy.add_statements([statement]);
                AddToResourcePolicyResult::added_to_resource()
            }
            None => AddToResourcePolicyResult::not_added(),
        }
    }

    fn resource_account(&self) -> Value<String> {
        let own = || Stack::of(self).account();
        self.environment.as_ref().map_or_else(own, |(account, _)| account.clone())
    }
}

impl IKey for QueueKey {
    fn key_arn(&self) -> Value<String> {
        self.arn.clone()
    }

    fn key_id(&self) -> Value<String> {
        self.id.clone()
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        grant_on_key(self, grantee, actions)
    }

    fn resource_region(&self) -> Value<String> {
        let own = || Stack::of(self).region();
        self.environment.as_ref().map_or_else(own, |(_, region)| region.clone())
    }
}

impl QueueKey {
    /// A key with the defaults of keys: the account's policies decide who may use it, and it is kept.
    #[track_caller]
    pub(crate) fn new(queue: &Construct) -> Self {
        let construct = Construct::of_type(queue, "Key", "aws-cdk-kms.Key");
        let statement = PolicyStatement::new().actions(["kms:*"]).resources(["*"]);
        let policy = PolicyDocument::new().statement(statement.principal(&AccountRootPrincipal::new()));
        let resource = CfnResource::builder(&construct, "Resource", "AWS::KMS::Key")
            .property("Description", format!("Created by {}", queue.node().path()))
            .property("KeyPolicy", &policy)
            .build();
        resource.apply_removal_policy(RemovalPolicy::Retain);
        let (arn, id) = (resource.get_att("Arn").into(), resource.ref_().into());
        Self { construct, arn, id, policy: Some(policy), environment: None }
    }

    /// The key of an imported queue.
    #[track_caller]
    pub(crate) fn import(queue: &Construct, key_arn: Value<String>) -> Self {
        let construct = Construct::of_type(queue, "Key", "aws-cdk-kms.ReferencedKey");
        let parts = Arn::split(&key_arn, ArnFormat::SlashResourceName).ok();
        let id = parts.as_ref().and_then(|parts| parts.resource_name.clone()).unwrap_or_else(|| key_arn.clone());
        let environment = parts.map(|parts| (parts.account, parts.region));
        Self { construct, arn: key_arn, id, policy: None, environment }
    }
}
