//! Subscription filters: log events that are handed on.

use aws_cdk_cfn_logs::CfnSubscriptionFilter;
use aws_cdk_core::{Construct, IConstruct, Node, PhysicalName, ResourceName, Value};
use aws_cdk_iam::IRole;

use crate::filter_pattern::FilterPattern;
use crate::log_group_base::ILogGroup;

/// Where log events are handed on to.
#[must_use]
#[derive(Clone, Debug)]
pub struct LogSubscriptionDestinationConfig {
    arn: Value<String>,
    role_arn: Option<Value<String>>,
}

impl LogSubscriptionDestinationConfig {
    /// The destination with an ARN.
    pub fn new(arn: impl Into<Value<String>>) -> Self {
        Self { arn: arn.into(), role_arn: None }
    }

    /// The role with which CloudWatch Logs hands events on. Default: none.
    pub fn role(mut self, role: &(impl IRole + ?Sized)) -> Self {
        self.role_arn = Some(role.role_arn());
        self
    }
}

/// What can take log events: the extension point for destinations.
pub trait ILogSubscriptionDestination {
    /// Makes what the destination needs, in a scope, and says where events go.
    #[track_caller]
    fn bind(&self, scope: &Node, source_log_group: &dyn ILogGroup) -> LogSubscriptionDestinationConfig;
}

/// How events are spread over a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Distribution {
    /// Events of a log stream stay together.
    ByLogStream,
    /// At random.
    Random,
}

impl Distribution {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Distribution::ByLogStream => "ByLogStream",
            Distribution::Random => "Random",
        }
    }
}

/// Hands events of a log group on.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html>.
///
/// ```
/// use aws_cdk_core::{App, Node, Stack};
/// use aws_cdk_logs::{
///     FilterPattern, ILogGroup, ILogSubscriptionDestination, LogGroup, LogSubscriptionDestinationConfig, SubscriptionFilter,
/// };
///
/// struct Archive;
///
/// impl ILogSubscriptionDestination for Archive {
///     fn bind(&self, _scope: &Node, _source: &dyn ILogGroup) -> LogSubscriptionDestinationConfig {
///         LogSubscriptionDestinationConfig::new("arn:aws:logs:eu-west-1:111111111111:destination:archive")
///     }
/// }
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let logs = LogGroup::new(&stack, "Logs");
/// SubscriptionFilter::builder(&stack, "Archive", &logs, &Archive, FilterPattern::all_events()).build();
/// ```
#[derive(Clone, Debug)]
pub struct SubscriptionFilter {
    construct: Construct,
    resource: CfnSubscriptionFilter,
}

impl IConstruct for SubscriptionFilter {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl SubscriptionFilter {
    /// Starts a filter that hands those events of a log group on that a pattern takes.
    pub fn builder<'a>(
        scope: &impl IConstruct,
        id: impl Into<String>,
        log_group: &'a dyn ILogGroup,
        destination: &'a dyn ILogSubscriptionDestination,
        filter_pattern: impl Into<FilterPattern>,
    ) -> SubscriptionFilterBuilder<'a> {
        SubscriptionFilterBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            log_group,
            destination,
            filter_pattern: filter_pattern.into(),
            filter_name: None,
            distribution: None,
        }
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnSubscriptionFilter {
        &self.resource
    }
}

/// Builds a [`SubscriptionFilter`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct SubscriptionFilterBuilder<'a> {
    scope: Node,
    id: String,
    log_group: &'a dyn ILogGroup,
    destination: &'a dyn ILogSubscriptionDestination,
    filter_pattern: FilterPattern,
    filter_name: Option<PhysicalName>,
    distribution: Option<Distribution>,
}

impl SubscriptionFilterBuilder<'_> {
    /// The name of the filter. Default: one that CloudFormation makes.
    pub fn filter_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.filter_name = Some(value.into());
        self
    }

    /// How events are spread over a stream of Amazon Kinesis. Default: that of CloudWatch Logs, by log stream.
    pub fn distribution(mut self, value: Distribution) -> Self {
        self.distribution = Some(value);
        self
    }

    /// Adds the filter. Errors: those of ids.
    #[track_caller]
    pub fn build(self) -> SubscriptionFilter {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-logs.SubscriptionFilter");
        let destination = self.destination.bind(construct.node(), self.log_group);
        let mut resource = CfnSubscriptionFilter::builder(&construct, "Resource")
            .log_group_name(self.log_group.log_group_name())
            .destination_arn(destination.arn)
            .filter_pattern(self.filter_pattern.as_str());
        if let Some(arn) = destination.role_arn {
            resource = resource.role_arn(arn);
        }
        let name = ResourceName::new(&construct, self.filter_name);
        if let Some(name) = name.property() {
            resource = resource.filter_name(name);
        }
        if let Some(distribution) = self.distribution {
            resource = resource.distribution(distribution.as_str());
        }
        SubscriptionFilter { resource: resource.build(), construct }
    }
}
