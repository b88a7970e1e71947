//! Policies of resources: what happens when they are created, updated, replaced and removed.

use crate::duration::Duration;
use crate::value::{Json, Object, Value};

/// What happens to a resource that leaves its stack, or is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemovalPolicy {
    /// It is deleted.
    Destroy,
    /// It stays in the account, outside the stack.
    Retain,
    /// A snapshot is taken before it is deleted; only some types can.
    Snapshot,
    /// It stays, unless its creation failed.
    RetainOnUpdateOrDelete,
}

impl RemovalPolicy {
    pub(crate) fn deletion_policy(self) -> CfnDeletionPolicy {
        match self {
            RemovalPolicy::Destroy => CfnDeletionPolicy::Delete,
            RemovalPolicy::Retain => CfnDeletionPolicy::Retain,
            RemovalPolicy::Snapshot => CfnDeletionPolicy::Snapshot,
            RemovalPolicy::RetainOnUpdateOrDelete => CfnDeletionPolicy::RetainExceptOnCreate,
        }
    }

    pub(crate) fn update_replace_policy(self) -> CfnDeletionPolicy {
        match self {
            RemovalPolicy::RetainOnUpdateOrDelete => CfnDeletionPolicy::Retain,
            other => other.deletion_policy(),
        }
    }
}

/// The types that can take snapshots:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>.
pub(crate) fn has_snapshots(type_name: &str) -> bool {
    [
        "AWS::DocDB::DBCluster",
        "AWS::EC2::Volume",
        "AWS::ElastiCache::CacheCluster",
        "AWS::ElastiCache::ReplicationGroup",
        "AWS::Neptune::DBCluster",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::Redshift::Cluster",
    ]
    .contains(&type_name)
}

/// A value of `DeletionPolicy` and `UpdateReplacePolicy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CfnDeletionPolicy {
    /// `Delete`.
    Delete,
    /// `Retain`.
    Retain,
    /// `RetainExceptOnCreate`; CloudFormation takes it for `DeletionPolicy` alone.
    RetainExceptOnCreate,
    /// `Snapshot`.
    Snapshot,
}

impl CfnDeletionPolicy {
    pub(crate) fn name(self) -> &'static str {
        match self {
            CfnDeletionPolicy::Delete => "Delete",
            CfnDeletionPolicy::Retain => "Retain",
            CfnDeletionPolicy::RetainExceptOnCreate => "RetainExceptOnCreate",
            CfnDeletionPolicy::Snapshot => "Snapshot",
        }
    }
}

macro_rules! policy {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $setter:ident: $key:literal, $type:ty;)* }) => {
        $(#[$doc])*
        #[must_use]
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            object: Object,
        }

        impl $name {
            /// A policy that sets nothing.
            pub fn new() -> Self {
                Self::default()
            }

            $($(#[$field_doc])*
            pub fn $setter(mut self, value: impl Into<Value<$type>>) -> Self {
                self.object.insert($key, value.into().into_json());
                self
            })*

            #[allow(dead_code)]
            pub(crate) fn into_json(self) -> Json {
                Json::Object(self.object)
            }
        }

        impl From<$name> for Value<Json> {
            fn from(policy: $name) -> Self {
                Value::from_json(Json::Object(policy.object))
            }
        }
    };
}

policy! {
    /// A resource's `CreationPolicy`: when its creation counts as complete.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html>
    CfnCreationPolicy {
        /// For Auto Scaling groups: how many instances must signal. Default: none.
        auto_scaling_creation_policy: "AutoScalingCreationPolicy", Json;
        /// How many signals to wait for, and how long. Default: none.
        resource_signal: "ResourceSignal", Json;
        /// For AppStream fleets: starts them. Default: false.
        start_fleet: "StartFleet", bool;
    }
}

policy! {
    /// How many instances of an Auto Scaling group must signal success.
    CfnResourceAutoScalingCreationPolicy {
        /// In percent of those started. Default: 100.
        min_successful_instances_percent: "MinSuccessfulInstancesPercent", i64;
    }
}

policy! {
    /// How many signals a resource waits for, and how long.
    CfnResourceSignal {
        /// The number of signals. Default: 1.
        count: "Count", i64;
        /// How long to wait, in ISO 8601 (`PT15M`). Default: five minutes.
        timeout: "Timeout", String;
    }
}

impl CfnResourceSignal {
    /// How long to wait, in whole seconds at least.
    pub fn timeout_duration(self, timeout: Duration) -> Self {
        self.timeout(timeout.to_iso_string())
    }
}

policy! {
    /// A resource's `UpdatePolicy`: how changes reach it.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html>
    CfnUpdatePolicy {
        /// Replaces an Auto Scaling group as a whole. Default: none.
        auto_scaling_replacing_update: "AutoScalingReplacingUpdate", Json;
        /// Replaces the instances of an Auto Scaling group in batches. Default: none.
        auto_scaling_rolling_update: "AutoScalingRollingUpdate", Json;
        /// Keeps sizes that scheduled actions changed. Default: none.
        auto_scaling_scheduled_action: "AutoScalingScheduledAction", Json;
        /// Shifts a Lambda alias's traffic with CodeDeploy. Default: none.
        code_deploy_lambda_alias_update: "CodeDeployLambdaAliasUpdate", Json;
        /// Upgrades an OpenSearch domain in place. Default: false.
        enable_version_upgrade: "EnableVersionUpgrade", bool;
        /// Reshards a replication group without replacing it. Default: false.
        use_online_resharding: "UseOnlineResharding", bool;
        /// Lambda capacity during the update. Default: none.
        lambda_update: "LambdaUpdate", Json;
    }
}

policy! {
    /// Replaces an Auto Scaling group as a whole.
    CfnAutoScalingReplacingUpdate {
        /// Whether the old group is replaced. Default: false.
        will_replace: "WillReplace", bool;
    }
}

policy! {
    /// Replaces the instances of an Auto Scaling group in batches.
    CfnAutoScalingRollingUpdate {
        /// How many at once. Default: 1.
        max_batch_size: "MaxBatchSize", i64;
        /// How many stay in service meanwhile. Default: 0.
        min_instances_in_service: "MinInstancesInService", i64;
        /// How many must signal success, in percent. Default: 100.
        min_successful_instances_percent: "MinSuccessfulInstancesPercent", i64;
        /// The pause after a batch, in ISO 8601. Default: none, or five minutes when waiting for signals.
        pause_time: "PauseTime", String;
        /// Auto Scaling processes to suspend. Default: none.
        suspend_processes: "SuspendProcesses", Vec<String>;
        /// Whether to wait for signals. Default: false.
        wait_on_resource_signals: "WaitOnResourceSignals", bool;
    }
}

policy! {
    /// Keeps sizes of an Auto Scaling group that scheduled actions changed.
    CfnAutoScalingScheduledAction {
        /// Whether they are kept. Default: false.
        ignore_unmodified_group_size_properties: "IgnoreUnmodifiedGroupSizeProperties", bool;
    }
}

policy! {
    /// Shifts a Lambda alias's traffic with CodeDeploy.
    CfnCodeDeployLambdaAliasUpdate {
        /// The CodeDeploy application. Required by CloudFormation.
        application_name: "ApplicationName", String;
        /// The deployment group. Required by CloudFormation.
        deployment_group_name: "DeploymentGroupName", String;
        /// The function that runs before traffic is shifted. Default: none.
        before_allow_traffic_hook: "BeforeAllowTrafficHook", String;
        /// The function that runs after traffic is shifted. Default: none.
        after_allow_traffic_hook: "AfterAllowTrafficHook", String;
    }
}
