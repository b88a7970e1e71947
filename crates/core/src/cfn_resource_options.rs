//! The attributes that CloudFormation has for resources of any type: condition, policies, version, description.

use crate::cfn_condition::CfnCondition;
use crate::cfn_element;
use crate::cfn_resource::CfnResource;
use crate::node::IConstruct;
use crate::resource_policy::{CfnCreationPolicy, CfnDeletionPolicy, CfnUpdatePolicy};

/// The attributes of a resource besides its properties; given by [`CfnResource::cfn_options`].
///
/// ```
/// use aws_cdk_core::{App, CfnDeletionPolicy, CfnResource, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let queue = CfnResource::builder(&stack, "Queue", "AWS::SQS::Queue").build();
/// queue.cfn_options().set_deletion_policy(CfnDeletionPolicy::Retain);
/// ```
#[derive(Clone, Debug)]
pub struct CfnResourceOptions {
    resource: CfnResource,
}

impl CfnResourceOptions {
    pub(crate) fn new(resource: CfnResource) -> Self {
        Self { resource }
    }

    /// Creates the resource only if the condition holds. Default: always.
    #[track_caller]
    pub fn set_condition(&self, condition: &CfnCondition) -> &Self {
        let condition = cfn_element::node_ref(condition.node());
        self.resource.update(|data| data.options.condition = Some(condition));
        self
    }

    /// Sets the `CreationPolicy`. Default: none.
    #[track_caller]
    pub fn set_creation_policy(&self, policy: CfnCreationPolicy) -> &Self {
        self.resource.update(|data| data.options.creation_policy = Some(policy.into_json()));
        self
    }

    /// Sets the `UpdatePolicy`. Default: none.
    #[track_caller]
    pub fn set_update_policy(&self, policy: CfnUpdatePolicy) -> &Self {
        self.resource.update(|data| data.options.update_policy = Some(policy.into_json()));
        self
    }

    /// Sets the `DeletionPolicy`. Default: none, which CloudFormation takes for `Delete`, with exceptions.
    #[track_caller]
    pub fn set_deletion_policy(&self, policy: CfnDeletionPolicy) -> &Self {
        self.resource.update(|data| data.options.deletion_policy = Some(policy));
        self
    }

    /// Sets the `UpdateReplacePolicy`. Default: none.
    #[track_caller]
    pub fn set_update_replace_policy(&self, policy: CfnDeletionPolicy) -> &Self {
        self.resource.update(|data| data.options.update_replace_policy = Some(policy));
        self
    }

    /// Sets the `Version` of a custom resource type. Default: none.
    #[track_caller]
    pub fn set_version(&self, version: impl Into<String>) -> &Self {
        self.resource.update(|data| data.options.version = Some(version.into()));
        self
    }

    /// Sets the `Description`. Default: none.
    #[track_caller]
    pub fn set_description(&self, description: impl Into<String>) -> &Self {
        self.resource.update(|data| data.options.description = Some(description.into()));
        self
    }
}
