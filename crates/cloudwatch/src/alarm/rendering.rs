//! How a metric becomes properties of an alarm: fields of their own for a plain one, a list for what is computed, named, or of
//! another account.

use std::rc::Rc;

use aws_cdk_cfn_cloudwatch::cfn_alarm::{
    CfnAlarmBuilder, DimensionProperty, MetricDataQueryProperty, MetricProperty, MetricStatProperty,
};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Set, Stack, Value};

use crate::metric_config::{
    IMetric, MetricConfig, MetricExpressionConfig, MetricSource, MetricStatConfig, metric_key, metric_name,
};
use crate::stats::{ParsedStatistic, Statistic};

/// The most metrics in one expression of an alarm.
const MAX_METRICS: usize = 10;

/// The function of expressions that gives the band of anomaly detection.
const ANOMALY_DETECTION_BAND: &str = "ANOMALY_DETECTION_BAND";

type Builder = CfnAlarmBuilder<Set, Set>;

pub(super) fn is_anomaly_detection_metric(metric: &dyn IMetric) -> bool {
    match metric.to_metric_config().source {
        MetricSource::Expression(config) => config.expression.as_json().identity().contains(ANOMALY_DETECTION_BAND),
        _ => false,
    }
}

/// Sets what the alarm watches, and gives the id of the metric if it has one. Of anomaly detection, CloudWatch wants to see both
/// the band and the metric.
#[track_caller]
pub(super) fn render_metric(
    alarm: &Construct,
    metric: &Rc<dyn IMetric>,
    is_anomaly_detection: bool,
    builder: Builder,
) -> (Builder, Option<String>) {
    let config = metric.to_metric_config();
    match &config.source {
        MetricSource::Stat(stat) => {
            check_region(alarm, stat, &**metric);
            if config.label.is_none() && account_id(alarm, stat).is_none() {
                return (plain_fields(builder, stat), None);
            }
            let query = stat_query(alarm, stat, &config, "m1").return_data(true);
            (builder.metrics([query]), Some("m1".to_owned()))
        }
        MetricSource::Expression(_) => {
            let mut set = MetricSet::default();
            set.add(alarm, metric, 1, None);
            let levels = if is_anomaly_detection { 2 } else { 1 };
            let (queries, primary) = set.queries(alarm, levels);
            (builder.metrics(queries), primary)
        }
        // The metric itself reports that alarms cannot be set on searches.
        MetricSource::Search(_) => (builder, None),
    }
}

fn plain_fields(builder: Builder, stat: &MetricStatConfig) -> Builder {
    let mut builder =
        builder.namespace(&stat.namespace).metric_name(&stat.metric_name).period(stat.period.to_seconds().unwrap_or(0));
    if !stat.dimensions.is_empty() {
        builder = builder.dimensions(dimensions(stat));
    }
    builder = match Statistic::from(&*stat.statistic).parse() {
        ParsedStatistic::Simple(name) => builder.statistic(name),
        ParsedStatistic::Extended(text) | ParsedStatistic::Unknown(text) => builder.extended_statistic(text),
    };
    match &stat.unit_filter {
        Some(unit) => builder.unit(unit.as_str()),
        None => builder,
    }
}

fn dimensions(stat: &MetricStatConfig) -> Vec<DimensionProperty> {
    stat.dimensions.iter().map(|(name, value)| DimensionProperty::new().name(name).value(value)).collect()
}

fn stat_query(alarm: &Construct, stat: &MetricStatConfig, config: &MetricConfig, id: &str) -> MetricDataQueryProperty {
    let mut metric = MetricProperty::new().metric_name(&stat.metric_name).namespace(&stat.namespace);
    if !stat.dimensions.is_empty() {
        metric = metric.dimensions(dimensions(stat));
    }
    let mut property = MetricStatProperty::new()
        .metric(metric)
        .period(stat.period.to_seconds().unwrap_or(0))
        .stat(stat.statistic.as_str());
    if let Some(unit) = &stat.unit_filter {
        property = property.unit(unit.as_str());
    }
    let mut query = MetricDataQueryProperty::new().id(id).metric_stat(property);
    if let Some(account) = account_id(alarm, stat) {
        query = query.account_id(account);
    }
    labelled(query, config)
}

fn expression_query(expression: &MetricExpressionConfig, config: &MetricConfig, id: &str) -> MetricDataQueryProperty {
    let mut query = MetricDataQueryProperty::new().id(id).expression(&expression.expression);
    if expression.using_metrics.is_empty() {
        query = query.period(expression.period.to_seconds().unwrap_or(0));
    }
    labelled(query, config)
}

fn labelled(query: MetricDataQueryProperty, config: &MetricConfig) -> MetricDataQueryProperty {
    match &config.label {
        Some(label) => query.label(label),
        None => query,
    }
}

/// The account of a metric, if it is known and not that of the alarm.
fn account_id(alarm: &Construct, stat: &MetricStatConfig) -> Option<Value<String>> {
    let own = Stack::of(alarm).account().as_json().identity();
    stat.account.clone().filter(|account| account.as_json().identity() != own)
}

/// Alarms watch metrics of their own region alone.
#[track_caller]
fn check_region(alarm: &Construct, stat: &MetricStatConfig, metric: &dyn IMetric) {
    let (Some(region), own) = (&stat.region, Stack::of(alarm).region()) else { return };
    let Some(own) = own.as_literal() else { return };
    if region.as_literal() == Some(own) {
        return;
    }
    let region = region.as_literal().unwrap_or("a region that is known only at deployment");
    let message = format!("the alarm is in {own}, and the metric `{}` in {region}", metric_name(metric));
    alarm.node().report(
        Diagnostic::error("cloudwatch::alarm-region", message)
            .help("make the alarm in a stack of the region of the metric"),
    );
}

/// The metrics of an expression, each once, in the order in which they are first seen.
#[derive(Default)]
struct MetricSet {
    entries: Vec<Entry>,
}

struct Entry {
    metric: Rc<dyn IMetric>,
    key: String,
    level: usize,
    id: Option<String>,
}

impl MetricSet {
    #[track_caller]
    fn add(&mut self, alarm: &Construct, metric: &Rc<dyn IMetric>, level: usize, id: Option<&str>) {
        let key = metric_key(&**metric);
        let named = id.and_then(|id| self.entries.iter().position(|entry| entry.id.as_deref() == Some(id)));
        if let (Some(named), Some(id)) = (named, id)
            && self.entries[named].key != key
        {
            let message = format!("two metrics of the alarm have the id `{id}`");
            alarm.node().report(
                Diagnostic::error("cloudwatch::duplicate-metric-id", message)
                    .help("give one of them another name in `using_metric`"),
            );
        }
        // The same metric stands there twice if it has two names.
        let same = || self.entries.iter().rposition(|entry| entry.key == key);
        let known = named.or_else(|| same().filter(|at| id.is_none() || self.entries[*at].id.is_none()));
        match known {
            Some(known) => {
                let entry = &mut self.entries[known];
                entry.id = entry.id.take().or_else(|| id.map(str::to_owned));
            }
            None => {
                self.entries.push(Entry { metric: metric.clone(), key, level, id: id.map(str::to_owned) });
            }
        }
        if let MetricSource::Expression(config) = metric.to_metric_config().source {
            for (id, metric) in &config.using_metrics {
                self.add(alarm, metric, level + 1, Some(id));
            }
        }
    }

    /// The properties, of which those of the first levels are watched, and the id of the first one.
    #[track_caller]
    fn queries(&self, alarm: &Construct, levels: usize) -> (Vec<MetricDataQueryProperty>, Option<String>) {
        let mut queries = Vec::new();
        let mut primary = None;
        let mut unnamed = 0;
        for entry in &self.entries {
            let id = entry.id.clone().unwrap_or_else(|| {
                unnamed += 1;
                format!("expr_{unnamed}")
            });
            let config = entry.metric.to_metric_config();
            let query = match &config.source {
                MetricSource::Stat(stat) => {
                    check_region(alarm, stat, &*entry.metric);
                    stat_query(alarm, stat, &config, &id)
                }
                MetricSource::Expression(expression) => {
                    check_expression(alarm, expression);
                    expression_query(expression, &config, &id)
                }
                MetricSource::Search(_) => continue,
            };
            primary.get_or_insert(id);
            queries.push(query.return_data(entry.level <= levels));
        }
        (queries, primary)
    }
}

/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html>.
#[track_caller]
fn check_expression(alarm: &Construct, expression: &MetricExpressionConfig) {
    if expression.using_metrics.len() > MAX_METRICS {
        let message = format!("the expression has {} metrics", expression.using_metrics.len());
        alarm.node().report(
            Diagnostic::error("cloudwatch::too-many-metrics", message).help("expressions of alarms have up to 10"),
        );
    }
    if expression.search_account.is_some() || expression.search_region.is_some() {
        alarm.node().report(
            Diagnostic::error("cloudwatch::alarm-search", "alarms cannot search for metrics in other places")
                .help("leave `search_account` and `search_region` out, which are for graphs"),
        );
    }
}
