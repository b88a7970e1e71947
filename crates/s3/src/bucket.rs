//! Buckets.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_cfn_s3::CfnBucket;
use aws_cdk_cfn_s3::cfn_bucket::{OwnershipControlsProperty, OwnershipControlsRuleProperty};
use aws_cdk_core::feature_flags::flags;
use aws_cdk_core::{
    ArnComponents, Construct, DependencyGroup, Diagnostic, FeatureFlags, IConstruct, Node, RemovalPolicy, ResourceName,
    Stack, Value, cfn_format, cfn_json,
};
use aws_cdk_iam::{
    AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement, ServicePrincipal,
};
use aws_cdk_interfaces::kms::IKey;
use aws_cdk_interfaces::s3::IBucket;

use crate::access::{BucketAccessControl, ObjectOwnership};
use crate::bucket_base::grant;
use crate::bucket_builder::BucketBuilder;
use crate::cors::CorsRule;
use crate::lifecycle::LifecycleRule;
use crate::policy::BucketPolicy;

/// A bucket.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html>.
#[derive(Clone, Debug)]
pub struct Bucket {
    pub(crate) construct: Construct,
    pub(crate) resource: CfnBucket,
    pub(crate) name: ResourceName,
    pub(crate) key: Option<Rc<dyn IKey>>,
    pub(crate) is_website: bool,
    pub(crate) blocks_public_policy: bool,
    pub(crate) access_control: Option<BucketAccessControl>,
    pub(crate) object_ownership: Option<ObjectOwnership>,
    pub(crate) policy: Rc<RefCell<Option<BucketPolicy>>>,
    pub(crate) lifecycle_rules: Rc<RefCell<Vec<LifecycleRule>>>,
    pub(crate) cors: Rc<RefCell<Vec<CorsRule>>>,
}

impl IConstruct for Bucket {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for Bucket {
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        let known = self.policy.borrow().clone();
        let policy = match known {
            Some(policy) => policy,
            None => {
                let policy = BucketPolicy::new(self, "Policy", self);
                *self.policy.borrow_mut() = Some(policy.clone());
                policy
            }
        };
        policy.document().add_statements([statement]);
        AddToResourcePolicyResult::added(DependencyGroup::of(&policy))
    }
}

impl IBucket for Bucket {
    fn bucket_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    fn bucket_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| ArnComponents::new("s3", name).region("").account(""))
    }

    fn bucket_domain_name(&self) -> Value<String> {
        self.resource.attr_domain_name().into()
    }

    fn bucket_regional_domain_name(&self) -> Value<String> {
        self.resource.attr_regional_domain_name().into()
    }

    fn bucket_dual_stack_domain_name(&self) -> Value<String> {
        self.resource.attr_dual_stack_domain_name().into()
    }

    fn bucket_website_url(&self) -> Value<String> {
        self.resource.attr_website_url().into()
    }

    fn is_website(&self) -> Option<bool> {
        Some(self.is_website)
    }

    fn encryption_key(&self) -> Option<Rc<dyn IKey>> {
        self.key.clone()
    }

    #[track_caller]
    fn grant_actions(
        &self,
        identity: &dyn IGrantable,
        actions: &[&str],
        resource_arns: Vec<Value<String>>,
        key_actions: &[&str],
    ) -> Grant {
        grant(self, identity, actions, resource_arns, key_actions)
    }

    fn disallow_public_access(&self) -> bool {
        self.blocks_public_policy
    }

    #[track_caller]
    fn allow_log_delivery(&self, from: &dyn IBucket, prefix: Option<&Value<String>>) {
        if !FeatureFlags::of(self).is_enabled(flags::S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY) {
            self.allow_log_delivery_by_acl();
            return;
        }
        let objects = match prefix {
            Some(prefix) => cfn_format!("{}/{}*", self.bucket_arn(), prefix),
            None => self.arn_for_objects("*"),
        };
        let mut statement = PolicyStatement::new()
            .actions(["s3:PutObject"])
            .resources([objects])
            .principal(&ServicePrincipal::new("logging.s3.amazonaws.com"));
        let (own, other) = (Stack::of(self), Stack::of(from.node()));
        if own.node() == other.node() {
            statement.add_conditions(cfn_json!({
                "ArnLike": { "aws:SourceArn": from.bucket_arn() },
                "StringEquals": { "aws:SourceAccount": other.account() },
            }));
        }
        self.add_to_resource_policy(statement);
    }
}

impl Bucket {
    /// A bucket with the defaults: named by CloudFormation, kept when the stack is deleted.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a bucket with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> BucketBuilder {
        BucketBuilder::new(scope.node(), id.into())
    }

    /// The policy, if something was added to it.
    pub fn policy(&self) -> Option<BucketPolicy> {
        self.policy.borrow().clone()
    }

    /// Adds a rule of what becomes of objects with time. Errors: `s3::lifecycle-rule`, `s3::lifecycle-days`.
    #[track_caller]
    pub fn add_lifecycle_rule(&self, rule: LifecycleRule) {
        rule.check(self.node());
        self.lifecycle_rules.borrow_mut().push(rule);
    }

    /// Adds a rule of what browsers may do from other origins.
    pub fn add_cors_rule(&self, rule: CorsRule) {
        self.cors.borrow_mut().push(rule);
    }

    /// Says what happens to the bucket when it leaves the stack.
    #[track_caller]
    pub fn apply_removal_policy(&self, policy: RemovalPolicy) {
        self.resource.apply_removal_policy(policy);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnBucket {
        &self.resource
    }

    /// What projects without the feature flag do.
    #[track_caller]
    fn allow_log_delivery_by_acl(&self) {
        if self.access_control.is_some_and(|acl| acl != BucketAccessControl::LogDeliveryWrite) {
            self.node().report(
                Diagnostic::error("s3::access-control", "access logs need the access control list `LogDeliveryWrite`")
                    .help("leave `access_control` of the bucket that gets the logs out"),
            );
        }
        self.resource.set_access_control(BucketAccessControl::LogDeliveryWrite.as_str());
        let acl = Some(BucketAccessControl::LogDeliveryWrite);
        if let Some(controls) = ownership_controls(self.node(), acl, self.object_ownership) {
            self.resource.set_ownership_controls(controls);
        }
    }
}

/// The ownership of objects that was asked for, or that an access control list needs.
#[track_caller]
pub(crate) fn ownership_controls(
    node: &Node,
    access_control: Option<BucketAccessControl>,
    object_ownership: Option<ObjectOwnership>,
) -> Option<OwnershipControlsProperty> {
    let needs_ownership = access_control.is_some_and(BucketAccessControl::needs_object_ownership);
    if needs_ownership && object_ownership == Some(ObjectOwnership::BucketOwnerEnforced) {
        node.report(
            Diagnostic::error(
                "s3::access-control",
                "the bucket has an access control list, and its ownership forbids them",
            )
            .help("use `ObjectOwnership::ObjectWriter`, or leave `access_control` out"),
        );
    }
    let ownership = object_ownership.or(needs_ownership.then_some(ObjectOwnership::ObjectWriter))?;
    let rule = OwnershipControlsRuleProperty::new().object_ownership(ownership.as_str());
    Some(OwnershipControlsProperty::new().rules([rule]))
}
