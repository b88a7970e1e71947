//! Feature flags: behaviour that the CDK changed for new projects, switched by context values.

use crate::node::{IConstruct, Node};
use crate::value::Json;

/// The flags that change what this library makes, with their value in a new project of aws-cdk-lib 2.276.0. A flag
/// that is not in the context has that value; a context value of `null` or `false` unsets it.
const RECOMMENDED: &[(&str, bool)] = &[
    (flags::ENABLE_PARTITION_LITERALS, true),
    (flags::EXPLICIT_STACK_TAGS, true),
    (flags::INCLUDE_PREFIX_IN_UNIQUE_NAME_GENERATION, true),
    (flags::ASPECT_PRIORITIES_MUTATING, true),
    (flags::MINIMIZE_POLICIES, true),
    (flags::IMPORTED_ROLE_STACK_SAFE_DEFAULT_POLICY_NAME, true),
    (flags::USE_CDK_MANAGED_LOG_GROUP, true),
    (flags::RESTRICT_DEFAULT_SECURITY_GROUP, true),
    (flags::REQUIRE_PRIVATE_SUBNETS_FOR_EGRESS_ONLY_INTERNET_GATEWAY, true),
    (flags::NETWORK_LOAD_BALANCER_WITH_SECURITY_GROUP_BY_DEFAULT, true),
    (flags::ALB_DUALSTACK_WITHOUT_PUBLIC_IPV4_SECURITY_GROUP_RULES_DEFAULT, true),
    (flags::USE_POST_QUANTUM_TLS_POLICY, true),
    (flags::KMS_APPLY_IMPORTED_ALIAS_PERMISSIONS_TO_PRINCIPAL, true),
    (flags::EVENT_BUS_POLICY_SID_REQUIRED, true),
    (flags::S3_PUBLIC_ACCESS_BLOCKED_BY_DEFAULT, true),
    (flags::S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true),
];

/// The names of the flags.
pub mod flags {
    /// How firmly stacks hold on to values of other stacks: `strong`, `weak` or `both`.
    pub const DEFAULT_CROSS_STACK_REFERENCES: &str = "@aws-cdk/core:defaultCrossStackReferences";
    /// Partitions of explicit regions are literals.
    pub const ENABLE_PARTITION_LITERALS: &str = "@aws-cdk/core:enablePartitionLiterals";
    /// Tags of a stack apply to the stack alone, and tags of scopes not to stacks.
    pub const EXPLICIT_STACK_TAGS: &str = "@aws-cdk/core:explicitStackTags";
    /// The stage's name counts when a stack's name is shortened.
    pub const INCLUDE_PREFIX_IN_UNIQUE_NAME_GENERATION: &str = "@aws-cdk/core:includePrefixInUniqueNameGeneration";
    /// The library's own aspects that change constructs run before those of users.
    pub const ASPECT_PRIORITIES_MUTATING: &str = "@aws-cdk/core:aspectPrioritiesMutating";
    /// Statements of a policy are merged where that keeps their meaning.
    pub const MINIMIZE_POLICIES: &str = "@aws-cdk/aws-iam:minimizePolicies";
    /// The policies that an imported role gets in several stacks have names of their own.
    pub const IMPORTED_ROLE_STACK_SAFE_DEFAULT_POLICY_NAME: &str =
        "@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName";
    /// What is granted on an imported alias of a key goes to the principal's policies.
    pub const KMS_APPLY_IMPORTED_ALIAS_PERMISSIONS_TO_PRINCIPAL: &str =
        "@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal";
    /// Principals without policies can be granted rights on event buses.
    pub const EVENT_BUS_POLICY_SID_REQUIRED: &str = "@aws-cdk/aws-events:requireEventBusPolicySid";
    /// What buckets do not say of public access is refused.
    pub const S3_PUBLIC_ACCESS_BLOCKED_BY_DEFAULT: &str = "@aws-cdk/aws-s3:publicAccessBlockedByDefault";
    /// Buckets take access logs by their policy, not by an access control list.
    pub const S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY: &str = "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy";
    /// Lambda functions get a log group of the stack.
    pub const USE_CDK_MANAGED_LOG_GROUP: &str = "@aws-cdk/aws-lambda:useCdkManagedLogGroup";
    /// The security group that EC2 makes for a VPC loses its rules.
    pub const RESTRICT_DEFAULT_SECURITY_GROUP: &str = "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup";
    /// Only VPCs with private subnets get an egress-only internet gateway.
    pub const REQUIRE_PRIVATE_SUBNETS_FOR_EGRESS_ONLY_INTERNET_GATEWAY: &str =
        "@aws-cdk/aws-ec2:requirePrivateSubnetsForEgressOnlyInternetGateway";
    /// Network load balancers get a security group.
    pub const NETWORK_LOAD_BALANCER_WITH_SECURITY_GROUP_BY_DEFAULT: &str =
        "@aws-cdk/aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault";
    /// Application load balancers with public IPv6 and private IPv4 addresses are open to IPv6 alone.
    pub const ALB_DUALSTACK_WITHOUT_PUBLIC_IPV4_SECURITY_GROUP_RULES_DEFAULT: &str =
        "@aws-cdk/aws-elasticloadbalancingV2:albDualstackWithoutPublicIpv4SecurityGroupRulesDefault";
    /// Listeners with certificates use a policy of post-quantum cryptography.
    pub const USE_POST_QUANTUM_TLS_POLICY: &str = "@aws-cdk/aws-elasticloadbalancingv2:usePostQuantumTlsPolicy";
}

/// The feature flags as a construct sees them.
///
/// ```
/// use aws_cdk_core::{App, FeatureFlags, feature_flags::flags};
///
/// assert!(FeatureFlags::of(&App::new()).is_enabled(flags::MINIMIZE_POLICIES));
///
/// let older = App::builder().context(flags::MINIMIZE_POLICIES, false).build();
/// assert!(!FeatureFlags::of(&older).is_enabled(flags::MINIMIZE_POLICIES));
/// ```
#[derive(Clone, Debug)]
pub struct FeatureFlags {
    node: Node,
}

impl FeatureFlags {
    /// The flags of a construct.
    pub fn of(construct: &impl IConstruct) -> Self {
        Self { node: construct.node().clone() }
    }

    /// Whether a flag is set: by context, else as in a new project.
    pub fn is_enabled(&self, flag: &str) -> bool {
        match self.node.try_get_context(flag) {
            Some(Json::Null) => false,
            Some(Json::Bool(set)) => set,
            Some(Json::String(text)) => &*text == "true",
            Some(_) => true,
            None => RECOMMENDED.iter().any(|(name, recommended)| *name == flag && *recommended),
        }
    }
}
