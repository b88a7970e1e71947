//! Log groups.

use std::fmt;

use aws_cdk_cfn_logs::CfnLogGroup;
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, PhysicalName, RemovalPolicy, ResourceName, Value,
};

use crate::retention::RetentionDays;

/// A log group, made here or imported.
pub trait ILogGroup: IConstruct + fmt::Debug {
    /// The ARN of the log group, which ends in `:*`.
    fn log_group_arn(&self) -> Value<String>;

    /// The name of the log group.
    fn log_group_name(&self) -> Value<String>;
}

/// A log group.
#[derive(Clone, Debug)]
pub struct LogGroup {
    construct: Construct,
    resource: CfnLogGroup,
    name: ResourceName,
}

impl IConstruct for LogGroup {
    fn node(&self) -> &Node {
        self.construct.node()
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
            retention: RetentionDays::TwoYears,
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
    retention: RetentionDays,
    removal_policy: RemovalPolicy,
}

impl LogGroupBuilder {
    /// The name. Default: one that CloudFormation makes.
    pub fn log_group_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.log_group_name = Some(value.into());
        self
    }

    /// How long events are kept. Default: two years.
    pub fn retention(mut self, value: RetentionDays) -> Self {
        self.retention = value;
        self
    }

    /// What happens to the logs when the log group leaves the stack. Default: they are kept.
    pub fn removal_policy(mut self, value: RemovalPolicy) -> Self {
        self.removal_policy = value;
        self
    }

    /// Adds the log group. Errors: `logs::retention`, and those of ids.
    #[track_caller]
    pub fn build(self) -> LogGroup {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-logs.LogGroup");
        let mut resource = CfnLogGroup::builder(&construct, "Resource");
        let name = ResourceName::new(&construct, self.log_group_name);
        if let Some(name) = name.property() {
            resource = resource.log_group_name(name);
        }
        match self.retention.days() {
            Some(0) => construct.node().report(
                Diagnostic::error("logs::retention", "the retention is 0 days")
                    .help("use one day at least, or `RetentionDays::Infinite` for ever"),
            ),
            Some(days) => resource = resource.retention_in_days(days),
            None => {}
        }
        let resource = resource.build();
        resource.apply_removal_policy(self.removal_policy);
        LogGroup { construct, resource, name }
    }
}
