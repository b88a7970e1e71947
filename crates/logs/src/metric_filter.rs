//! Metric filters: metrics that are counted in log events.

use aws_cdk_cfn_logs::CfnMetricFilter;
use aws_cdk_cfn_logs::cfn_metric_filter::{DimensionProperty, MetricTransformationProperty};
use aws_cdk_cloudwatch::{Metric, Unit};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, PhysicalName, ResourceName, Value};

use crate::filter_pattern::FilterPattern;
use crate::log_group_base::ILogGroup;

/// The most dimensions of a metric filter.
const MAX_DIMENSIONS: usize = 3;

/// A metric that is counted in the events of a log group.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html>.
///
/// ```
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_logs::{FilterPattern, LogGroup, MetricFilter};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let logs = LogGroup::new(&stack, "AccessLogs");
/// let slow = MetricFilter::builder(&stack, "Latency", &logs, "Books", "Latency")
///     .filter_pattern(FilterPattern::exists("$.latency"))
///     .metric_value("$.latency")
///     .build();
/// slow.metric().create_alarm(&stack, "Slow").threshold(500).evaluation_periods(3).build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct MetricFilter {
    construct: Construct,
    resource: CfnMetricFilter,
    metric_namespace: Value<String>,
    metric_name: Value<String>,
}

impl IConstruct for MetricFilter {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl MetricFilter {
    /// Starts a filter of a log group's events, for a metric with a namespace and a name.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        log_group: &(impl ILogGroup + ?Sized),
        metric_namespace: impl Into<Value<String>>,
        metric_name: impl Into<Value<String>>,
    ) -> MetricFilterBuilder {
        MetricFilterBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            log_group_name: log_group.log_group_name(),
            metric_namespace: metric_namespace.into(),
            metric_name: metric_name.into(),
            filter_name: None,
            filter_pattern: FilterPattern::all_events(),
            metric_value: "1".into(),
            default_value: None,
            dimensions: Vec::new(),
            unit: None,
            apply_on_transformed_logs: None,
        }
    }

    /// The metric. Default: the average over 5 minutes.
    #[track_caller]
    pub fn metric(&self) -> Metric {
        Metric::new(&self.metric_namespace, &self.metric_name).attach_to(self)
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnMetricFilter {
        &self.resource
    }
}

/// Builds a [`MetricFilter`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct MetricFilterBuilder {
    scope: Node,
    id: String,
    log_group_name: Value<String>,
    metric_namespace: Value<String>,
    metric_name: Value<String>,
    filter_name: Option<PhysicalName>,
    filter_pattern: FilterPattern,
    metric_value: Value<String>,
    default_value: Option<Value<f64>>,
    dimensions: Vec<(String, Value<String>)>,
    unit: Option<Unit>,
    apply_on_transformed_logs: Option<Value<bool>>,
}

impl MetricFilterBuilder {
    /// The events that count. Default: all.
    pub fn filter_pattern(mut self, value: impl Into<FilterPattern>) -> Self {
        self.filter_pattern = value.into();
        self
    }

    /// The name of the filter. Default: one that CloudFormation makes.
    pub fn filter_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.filter_name = Some(value.into());
        self
    }

    /// What an event adds: a number, or a field such as `$.latency`. Default: 1.
    pub fn metric_value(mut self, value: impl Into<Value<String>>) -> Self {
        self.metric_value = value.into();
        self
    }

    /// The value of periods in which no event counts; not together with dimensions. Default: none.
    pub fn default_value(mut self, value: impl Into<Value<f64>>) -> Self {
        self.default_value = Some(value.into());
        self
    }

    /// Adds a dimension, whose value is a field such as `$.path`; up to three, else the filter has the error
    /// `logs::metric-dimensions`. Default: none.
    pub fn dimension(mut self, name: impl Into<String>, value: impl Into<Value<String>>) -> Self {
        self.dimensions.push((name.into(), value.into()));
        self
    }

    /// The unit of the metric. Default: none.
    pub fn unit(mut self, value: Unit) -> Self {
        self.unit = Some(value);
        self
    }

    /// Whether events count as transformers of the log group make them. Default: false.
    pub fn apply_on_transformed_logs(mut self, value: impl Into<Value<bool>>) -> Self {
        self.apply_on_transformed_logs = Some(value.into());
        self
    }

    /// Adds the filter. Errors: `logs::metric-dimensions`, and those of ids.
    #[track_caller]
    pub fn build(self) -> MetricFilter {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-logs.MetricFilter");
        if self.dimensions.len() > MAX_DIMENSIONS {
            let message = format!("the metric filter has {} dimensions", self.dimensions.len());
            construct.node().report(Diagnostic::error("logs::metric-dimensions", message).help("use up to three"));
        }
        let mut transformation = MetricTransformationProperty::new()
            .metric_namespace(&self.metric_namespace)
            .metric_name(&self.metric_name)
            .metric_value(self.metric_value);
        if let Some(value) = self.default_value {
            transformation = transformation.default_value(value);
        }
        if !self.dimensions.is_empty() {
            let property = |(key, value): &(String, Value<String>)| DimensionProperty::new().key(key).value(value);
            transformation = transformation.dimensions(self.dimensions.iter().map(property).collect::<Vec<_>>());
        }
        if let Some(unit) = &self.unit {
            transformation = transformation.unit(unit.as_str());
        }
        let mut resource = CfnMetricFilter::builder(&construct, "Resource")
            .log_group_name(self.log_group_name)
            .filter_pattern(self.filter_pattern.as_str())
            .metric_transformations([transformation]);
        let name = ResourceName::new(&construct, self.filter_name);
        if let Some(name) = name.property() {
            resource = resource.filter_name(name);
        }
        if let Some(value) = self.apply_on_transformed_logs {
            resource = resource.apply_on_transformed_logs(value);
        }
        let (metric_namespace, metric_name) = (self.metric_namespace, self.metric_name);
        MetricFilter { resource: resource.build(), construct, metric_namespace, metric_name }
    }
}
