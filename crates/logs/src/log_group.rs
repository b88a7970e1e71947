//! Log groups.

use std::rc::Rc;

use aws_cdk_cfn_logs::CfnLogGroup;
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value,
};
use aws_cdk_iam::{AddToResourcePolicyResult, Grant, IGrantable, IResourceWithPolicy, PolicyStatement};
use aws_cdk_interfaces::kms::IKey;

use crate::log_group_base::{self, ILogGroup, Policy};
use crate::retention::RetentionDays;

/// What a log group can do, and what it costs.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogGroupClass {
    /// Everything.
    Standard,
    /// For logs that are rarely read, at half the price.
    InfrequentAccess,
    /// For logs that are handed on.
    Delivery,
    /// A value that AWS added later.
    Other(String),
}

impl LogGroupClass {
    /// The value as the template has it.
    pub fn as_str(&self) -> &str {
        match self {
            LogGroupClass::Standard => "STANDARD",
            LogGroupClass::InfrequentAccess => "INFREQUENT_ACCESS",
            LogGroupClass::Delivery => "DELIVERY",
            LogGroupClass::Other(value) => value,
        }
    }
}

/// A log group.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html>.
#[derive(Clone, Debug)]
pub struct LogGroup {
    construct: Construct,
    resource: CfnLogGroup,
    name: ResourceName,
    policy: Policy,
}

impl IConstruct for LogGroup {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IResourceWithPolicy for LogGroup {
    #[track_caller]
    fn add_to_resource_policy(&self, statement: PolicyStatement) -> AddToResourcePolicyResult {
        log_group_base::add_to_policy(self.node(), &self.policy, statement)
    }
}

impl ILogGroup for LogGroup {
    fn log_group_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), |name| {
            ArnComponents::new("logs", "log-group").resource_name(name).arn_format(ArnFormat::ColonResourceName)
        })
    }

    fn log_group_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }

    #[track_caller]
    fn grant(&self, grantee: &dyn IGrantable, actions: &[&str]) -> Grant {
        log_group_base::grant(self, grantee, actions)
    }

    #[track_caller]
    fn grant_write(&self, grantee: &dyn IGrantable) -> Grant {
        log_group_base::grant_write(self, grantee)
    }
}

impl LogGroup {
    /// A log group with the defaults: two years, kept when the stack is deleted.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts a log group with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> LogGroupBuilder {
        LogGroupBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            log_group_name: None,
            retention: None,
            log_group_class: None,
            encryption_key: None,
            deletion_protection_enabled: None,
            removal_policy: RemovalPolicy::Retain,
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnLogGroup {
        &self.resource
    }
}

/// Builds a [`LogGroup`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct LogGroupBuilder {
    scope: Node,
    id: String,
    log_group_name: Option<PhysicalName>,
    retention: Option<RetentionDays>,
    log_group_class: Option<LogGroupClass>,
    encryption_key: Option<Rc<dyn IKey>>,
    deletion_protection_enabled: Option<Value<bool>>,
    removal_policy: RemovalPolicy,
}

impl LogGroupBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn log_group_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.log_group_name = Some(value.into());
        self
    }

    /// How long events are kept; not for [`LogGroupClass::Delivery`]. Default: two years.
    pub fn retention(mut self, value: RetentionDays) -> Self {
        self.retention = Some(value);
        self
    }

    /// What the log group can do. Default: that of CloudWatch Logs, [`LogGroupClass::Standard`].
    pub fn log_group_class(mut self, value: LogGroupClass) -> Self {
        self.log_group_class = Some(value);
        self
    }

    /// The key that encrypts events; its policy must let CloudWatch Logs use it. Default: one of CloudWatch Logs.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html>.
    pub fn encryption_key(mut self, key: &(impl IKey + Clone + 'static)) -> Self {
        self.encryption_key = Some(Rc::new(key.clone()));
        self
    }

    /// Whether the log group can be deleted only after this is taken back. Default: false.
    pub fn deletion_protection_enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.deletion_protection_enabled = Some(value.into());
        self
    }

    /// What happens to the logs when the log group leaves the stack. Default: they are kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the log group. Errors: `logs::retention`, `logs::delivery-retention`, and those of ids.
    #[track_caller]
    pub fn build(self) -> LogGroup {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-logs.LogGroup");
        let mut resource = CfnLogGroup::builder(&construct, "Resource");
        let name = ResourceName::new(&construct, self.log_group_name);
        if let Some(name) = name.property() {
            resource = resource.log_group_name(name);
        }
        if let Some(days) = retention_days(&construct, self.retention, self.log_group_class.as_ref()) {
            resource = resource.retention_in_days(days);
        }
        if let Some(class) = &self.log_group_class {
            resource = resource.log_group_class(class.as_str());
        }
        if let Some(key) = &self.encryption_key {
            resource = resource.kms_key_id(key.key_arn());
        }
        if let Some(value) = self.deletion_protection_enabled {
            resource = resource.deletion_protection_enabled(value);
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        LogGroup { construct, resource, name, policy: Policy::default() }
    }
}

#[track_caller]
fn retention_days(
    construct: &Construct,
    retention: Option<RetentionDays>,
    class: Option<&LogGroupClass>,
) -> Option<u32> {
    let is_delivery = class == Some(&LogGroupClass::Delivery);
    if is_delivery && retention.is_some() {
        construct.node().report(
            Diagnostic::error("logs::delivery-retention", "log groups of the class `Delivery` have no retention")
                .help("leave `retention` out, or use another class"),
        );
    }
    let default = if is_delivery { RetentionDays::Infinite } else { RetentionDays::TwoYears };
    let days = retention.unwrap_or(default).days();
    if days == Some(0) {
        construct.node().report(
            Diagnostic::error("logs::retention", "the retention is 0 days")
                .help("use one day at least, or `RetentionDays::Infinite` for ever"),
        );
    }
    days.filter(|days| *days > 0)
}
