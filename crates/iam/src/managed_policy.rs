//! Managed policies: policies of their own, which roles name by ARN.

use aws_cdk_core::{Aws, Value, cfn_format};

/// A managed policy, made here or elsewhere.
pub trait IManagedPolicy {
    /// The ARN of the policy.
    fn managed_policy_arn(&self) -> Value<String>;
}

/// A managed policy.
#[derive(Clone, Debug)]
pub struct ManagedPolicy {
    managed_policy_arn: Value<String>,
}

impl ManagedPolicy {
    /// A policy that AWS manages, by its name with the path: `service-role/AWSLambdaBasicExecutionRole`.
    pub fn from_aws_managed_policy_name(name: impl Into<Value<String>>) -> Self {
        Self { managed_policy_arn: cfn_format!("arn:{}:iam::aws:policy/{}", Aws::PARTITION, name.into()) }
    }
}

impl IManagedPolicy for ManagedPolicy {
    fn managed_policy_arn(&self) -> Value<String> {
        self.managed_policy_arn.clone()
    }
}
