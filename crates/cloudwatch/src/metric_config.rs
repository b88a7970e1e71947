//! What alarms need to know of a metric, and the trait of those that know it.

use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Diagnostic, Duration, Value, sorting};

use crate::unit::Unit;

/// A metric, or what is computed of metrics.
pub trait IMetric: fmt::Debug {
    /// What the metric is.
    fn to_metric_config(&self) -> MetricConfig;

    /// The same metric with another period: a math expression gives its own to the metrics in it.
    fn with_period(&self, period: Duration) -> Rc<dyn IMetric>;

    /// Mistakes and warnings, which the alarm on the metric reports. Default: none.
    fn problems(&self) -> Vec<Diagnostic> {
        Vec::new()
    }
}

impl<T: IMetric + ?Sized> IMetric for &T {
    fn to_metric_config(&self) -> MetricConfig {
        (**self).to_metric_config()
    }

    fn with_period(&self, period: Duration) -> Rc<dyn IMetric> {
        (**self).with_period(period)
    }

    fn problems(&self) -> Vec<Diagnostic> {
        (**self).problems()
    }
}

impl<T: IMetric + ?Sized> IMetric for Rc<T> {
    fn to_metric_config(&self) -> MetricConfig {
        (**self).to_metric_config()
    }

    fn with_period(&self, period: Duration) -> Rc<dyn IMetric> {
        (**self).with_period(period)
    }

    fn problems(&self) -> Vec<Diagnostic> {
        (**self).problems()
    }
}

/// What a metric is, and how it is shown.
#[derive(Clone, Debug)]
pub struct MetricConfig {
    /// What gives the values.
    pub source: MetricSource,
    /// The name in graphs and alarms. Default: none.
    pub label: Option<Value<String>>,
    /// The color in graphs. Default: none.
    pub color: Option<Value<String>>,
    /// The id in graphs. Default: none.
    pub id: Option<Value<String>>,
    /// Whether graphs show it. Default: none, they do.
    pub visible: Option<bool>,
}

/// What gives a metric's values.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MetricSource {
    /// A statistic of what a service or an app measures.
    Stat(MetricStatConfig),
    /// A computation with other metrics.
    Expression(MetricExpressionConfig),
    /// A search for metrics, for graphs.
    Search(MetricExpressionConfig),
}

/// A statistic of a metric.
#[derive(Clone, Debug)]
pub struct MetricStatConfig {
    /// The dimensions, sorted by name.
    pub dimensions: Vec<(String, Value<String>)>,
    /// The namespace.
    pub namespace: Value<String>,
    /// The name.
    pub metric_name: Value<String>,
    /// The period.
    pub period: Duration,
    /// The statistic, in the spelling of CloudWatch.
    pub statistic: String,
    /// The unit of the values that count. Default: any.
    pub unit_filter: Option<Unit>,
    /// The account that has the metric. Default: not known.
    pub account: Option<Value<String>>,
    /// The region that has the metric. Default: not known.
    pub region: Option<Value<String>>,
}

/// A computation.
#[derive(Clone, Debug)]
pub struct MetricExpressionConfig {
    /// The expression.
    pub expression: Value<String>,
    /// The metrics in it, by their names there, with the period of the expression.
    pub using_metrics: Vec<(String, Rc<dyn IMetric>)>,
    /// The period.
    pub period: Duration,
    /// The account in which metrics are searched. Default: that of the graph.
    pub search_account: Option<Value<String>>,
    /// The region in which metrics are searched. Default: that of the graph.
    pub search_region: Option<Value<String>>,
}

/// A text that is the same for metrics that alarms need only once: how they are shown does not matter.
pub(crate) fn metric_key(metric: &dyn IMetric) -> String {
    let text = |value: &Value<String>| value.as_json().identity();
    let mut parts = Vec::new();
    match metric.to_metric_config().source {
        MetricSource::Stat(stat) => {
            parts.extend([text(&stat.namespace), text(&stat.metric_name)]);
            parts.extend(stat.dimensions.iter().map(|(name, value)| format!("{name}={}", text(value))));
            parts.extend([stat.statistic, format!("{:?}", stat.period)]);
            parts.extend(stat.region.iter().map(text));
            parts.extend(stat.account.iter().map(text));
        }
        MetricSource::Expression(config) | MetricSource::Search(config) => {
            parts.push(text(&config.expression));
            let mut metrics = config.using_metrics;
            sorting::sort_by(&mut metrics, |(a, _), (b, _)| a.cmp(b));
            parts.extend(metrics.iter().map(|(id, metric)| format!("{id}={}", metric_key(metric))));
            parts.extend(config.search_region.iter().map(text));
            parts.extend(config.search_account.iter().map(text));
        }
    }
    parts.join("|")
}

/// What alarms and graphs call a metric.
pub(crate) fn metric_name(metric: &dyn IMetric) -> String {
    let config = metric.to_metric_config();
    let name = match config.source {
        MetricSource::Stat(stat) => stat.metric_name,
        MetricSource::Expression(config) | MetricSource::Search(config) => config.expression,
    };
    config.label.unwrap_or(name).as_literal().unwrap_or("…").to_owned()
}

/// The period of a metric.
pub(crate) fn metric_period(metric: &dyn IMetric) -> Duration {
    match metric.to_metric_config().source {
        MetricSource::Stat(stat) => stat.period,
        MetricSource::Expression(config) | MetricSource::Search(config) => config.period,
    }
}
