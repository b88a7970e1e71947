//! Metrics: what a service or an app measures.
//!
//! ```
//! use aws_cdk_cloudwatch::{Metric, Stats, Unit};
//! use aws_cdk_core::{App, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let latency = Metric::new("AWS/ApiGateway", "Latency")
//!     .dimension("ApiId", "abc123")
//!     .statistic(Stats::p(99))
//!     .period(Duration::minutes(1))
//!     .unit(Unit::Milliseconds);
//! latency.create_alarm(&stack, "Slow").threshold(500).evaluation_periods(3).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use std::panic::Location;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, IConstruct, Stack, Value, sorting};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

use crate::alarm::{Alarm, AlarmBuilder};
use crate::math_expression::MathExpression;
use crate::metric_config::{IMetric, MetricConfig, MetricSource, MetricStatConfig};
use crate::stats::{ParsedStatistic, Statistic, Stats};
use crate::unit::Unit;

/// The most dimensions that a metric has.
const MAX_DIMENSIONS: usize = 30;

/// The most characters of a dimension's name or value.
const MAX_DIMENSION_LENGTH: usize = 255;

/// A statistic of what a service or an app measures. Setters on it change a copy: metrics are values, not constructs.
///
/// Mistakes are reported by the alarm on the metric, at the place where the metric was made: `cloudwatch::metric-period`,
/// `cloudwatch::dimensions`, `cloudwatch::percentage`, and the warning `cloudwatch::unknown-statistic`.
#[must_use]
#[derive(Clone, Debug)]
pub struct Metric {
    namespace: Value<String>,
    metric_name: Value<String>,
    dimensions: Vec<(String, Value<String>)>,
    statistic: Statistic,
    period: Duration,
    unit: Option<Unit>,
    label: Option<Value<String>>,
    color: Option<Value<String>>,
    id: Option<Value<String>>,
    visible: Option<bool>,
    account: Option<Value<String>>,
    region: Option<Value<String>>,
    stack_account: Option<Value<String>>,
    stack_region: Option<Value<String>>,
    location: &'static Location<'static>,
}

impl Metric {
    /// The average over 5 minutes of a metric, which is named by its namespace (such as `AWS/Lambda`) and its name.
    #[track_caller]
    pub fn new(namespace: impl Into<Value<String>>, metric_name: impl Into<Value<String>>) -> Self {
        Self {
            namespace: namespace.into(),
            metric_name: metric_name.into(),
            dimensions: Vec::new(),
            statistic: Stats::AVERAGE.into(),
            period: Duration::minutes(5),
            unit: None,
            label: None,
            color: None,
            id: None,
            visible: None,
            account: None,
            region: None,
            stack_account: None,
            stack_region: None,
            location: Location::caller(),
        }
    }

    /// The band in which anomaly detection expects a metric, two standard deviations wide; for
    /// [`crate::ComparisonOperator`]s of anomaly detection. Other options are those of [`MathExpression`].
    pub fn anomaly_detection_for(metric: impl IMetric + 'static) -> MathExpression {
        Self::anomaly_detection_with(metric, 2.0)
    }

    /// [`Metric::anomaly_detection_for`] with a number of standard deviations. One that is not more than 0 is the error
    /// `cloudwatch::standard-deviations`.
    #[track_caller]
    pub fn anomaly_detection_with(metric: impl IMetric + 'static, std_devs: impl Into<f64>) -> MathExpression {
        MathExpression::anomaly_detection_band(Rc::new(metric), std_devs.into())
    }

    /// Lets a principal send data of any metric.
    #[track_caller]
    pub fn grant_put_metric_data(grantee: &(impl IGrantable + ?Sized)) -> Grant {
        Grant::add_to_principal(GrantOptions::new(grantee).actions(["cloudwatch:PutMetricData"]).resource_arns(["*"]))
    }

    /// Adds a dimension, or replaces it; up to 30, of up to 255 characters. Default: none.
    pub fn dimension(mut self, name: impl Into<String>, value: impl Into<Value<String>>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.dimensions.retain(|(known, _)| *known != name);
        self.dimensions.push((name, value));
        self
    }

    /// Replaces all dimensions. Default: none.
    pub fn dimensions_map<K: Into<String>, V: Into<Value<String>>>(
        mut self,
        dimensions: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        self.dimensions.clear();
        for (name, value) in dimensions {
            self = self.dimension(name, value);
        }
        self
    }

    /// What is said of the values in a period: one of [`Stats`], or text such as `p99`. Default: the average.
    pub fn statistic(mut self, value: impl Into<Statistic>) -> Self {
        self.statistic = value.into();
        self
    }

    /// The period: 1, 5, 10 or 30 seconds, or whole minutes. Default: 5 minutes.
    pub fn period(mut self, value: Duration) -> Self {
        self.period = value;
        self
    }

    /// The unit of the values that count. Default: any.
    pub fn unit(mut self, value: Unit) -> Self {
        self.unit = Some(value);
        self
    }

    /// The name in graphs and alarms; it may have
    /// [dynamic parts](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html). Default:
    /// that of CloudWatch.
    pub fn label(mut self, value: impl Into<Value<String>>) -> Self {
        self.label = Some(value.into());
        self
    }

    /// The color in graphs, as `#rrggbb`. Default: one that CloudWatch chooses.
    pub fn color(mut self, value: impl Into<Value<String>>) -> Self {
        self.color = Some(value.into());
        self
    }

    /// The id in graphs. Default: none.
    pub fn id(mut self, value: impl Into<Value<String>>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// Whether graphs show the metric. Default: true.
    pub fn visible(mut self, value: bool) -> Self {
        self.visible = Some(value);
        self
    }

    /// The account that has the metric. Default: that of the resource, if it is known, else that of the alarm.
    pub fn account(mut self, value: impl Into<Value<String>>) -> Self {
        self.account = Some(value.into());
        self
    }

    /// The region that has the metric. Default: that of the resource, if it is known, else that of the alarm.
    pub fn region(mut self, value: impl Into<Value<String>>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// The metric as one of the account and region of a construct's stack, where these are known: alarms in other accounts can
    /// be set on it, those in other regions are an error. The metrics of L2 constructs are attached to them.
    pub fn attach_to(self, scope: &impl IConstruct) -> Self {
        self.in_stack(&Stack::of(scope))
    }

    fn in_stack(mut self, stack: &Stack) -> Self {
        for (known, own) in [(stack.account(), &mut self.stack_account), (stack.region(), &mut self.stack_region)] {
            if known.as_literal().is_some() {
                *own = Some(known);
            }
        }
        self
    }

    /// Starts an alarm on the metric.
    pub fn create_alarm(&self, scope: &impl IConstruct, id: impl Into<String>) -> AlarmBuilder {
        Alarm::builder(scope, id, self.clone())
    }

    fn period_problem(&self) -> Option<Diagnostic> {
        let message = match self.period.to_seconds() {
            Ok(1 | 5 | 10 | 30) => return None,
            Ok(seconds) if seconds % 60 == 0 => return None,
            Ok(seconds) => format!("metrics have no period of {seconds} seconds"),
            Err(error) => error.to_string(),
        };
        Some(
            Diagnostic::error("cloudwatch::metric-period", message)
                .help("use 1, 5, 10 or 30 seconds, or whole minutes"),
        )
    }

    /// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html>.
    fn dimensions_problem(&self) -> Option<Diagnostic> {
        let is_valid = |text: &str| (1..=MAX_DIMENSION_LENGTH).contains(&text.encode_utf16().count());
        let message = if self.dimensions.len() > MAX_DIMENSIONS {
            format!("the metric has {} dimensions", self.dimensions.len())
        } else {
            let invalid = |(name, value): &&(String, Value<String>)| {
                !is_valid(name) || value.as_literal().is_some_and(|value| !is_valid(value))
            };
            let (name, _) = self.dimensions.iter().find(invalid)?;
            format!("the name or value of the dimension `{name}` is empty or too long")
        };
        Some(
            Diagnostic::error("cloudwatch::dimensions", message)
                .help("use up to 30 dimensions, whose names and values have 1 to 255 characters"),
        )
    }

    fn statistic_problem(&self) -> Option<Diagnostic> {
        if let Some(problem) = self.statistic.problem() {
            return Some(problem.clone());
        }
        let ParsedStatistic::Unknown(text) = self.statistic.parse() else { return None };
        let message = format!("`{text}` is not a known statistic");
        let warning = Diagnostic::warning("cloudwatch::unknown-statistic", message);
        Some(warning.help("use one of `Stats`, unless it is one that CloudWatch added later").at(self.location))
    }
}

impl IMetric for Metric {
    fn to_metric_config(&self) -> MetricConfig {
        let mut dimensions = self.dimensions.clone();
        sorting::sort_by(&mut dimensions, |(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        let stat = MetricStatConfig {
            dimensions,
            namespace: self.namespace.clone(),
            metric_name: self.metric_name.clone(),
            period: self.period,
            statistic: self.statistic.parse().as_str().to_owned(),
            unit_filter: self.unit.clone(),
            account: self.account.clone().or_else(|| self.stack_account.clone()),
            region: self.region.clone().or_else(|| self.stack_region.clone()),
        };
        MetricConfig {
            source: MetricSource::Stat(stat),
            label: self.label.clone(),
            color: self.color.clone(),
            id: self.id.clone(),
            visible: self.visible,
        }
    }

    fn with_period(&self, period: Duration) -> Rc<dyn IMetric> {
        Rc::new(self.clone().period(period))
    }

    fn problems(&self) -> Vec<Diagnostic> {
        let here = |problem: Diagnostic| problem.at(self.location);
        let mut problems = Vec::new();
        problems.extend(self.period_problem().map(here));
        problems.extend(self.dimensions_problem().map(here));
        problems.extend(self.statistic_problem());
        problems
    }
}
