//! Building alarms: the options, and what they become.

use std::marker::PhantomData;
use std::rc::Rc;

use aws_cdk_cfn_cloudwatch::CfnAlarm;
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, PhysicalName, Provided, ResourceName, Set, Value};

use super::options::{ComparisonOperator, TreatMissingData};
use super::rendering::{is_anomaly_detection_metric, render_metric};
use super::{Actions, Alarm, required};
use crate::metric_config::IMetric;

/// Builds an [`Alarm`]. Its type says whether the required property is set.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct AlarmBuilder<E = required::EvaluationPeriods> {
    options: Box<Options>,
    state: PhantomData<E>,
}

#[derive(Clone, Debug)]
struct Options {
    scope: Node,
    id: String,
    type_name: &'static str,
    metric: Rc<dyn IMetric>,
    threshold: Option<Value<f64>>,
    evaluation_periods: Value<i64>,
    comparison_operator: ComparisonOperator,
    alarm_name: Option<PhysicalName>,
    alarm_description: Option<Value<String>>,
    datapoints_to_alarm: Option<Value<i64>>,
    evaluate_low_sample_count_percentile: Option<Value<String>>,
    treat_missing_data: Option<TreatMissingData>,
    actions_enabled: Option<Value<bool>>,
}

impl AlarmBuilder {
    pub(crate) fn new(scope: &Node, id: String, metric: Rc<dyn IMetric>, type_name: &'static str) -> Self {
        let options = Options {
            scope: scope.clone(),
            id,
            type_name,
            metric,
            threshold: None,
            evaluation_periods: 1.into(),
            comparison_operator: ComparisonOperator::GreaterThanOrEqualToThreshold,
            alarm_name: None,
            alarm_description: None,
            datapoints_to_alarm: None,
            evaluate_low_sample_count_percentile: None,
            treat_missing_data: None,
            actions_enabled: None,
        };
        AlarmBuilder { options: Box::new(options), state: PhantomData }
    }
}

impl<E> AlarmBuilder<E> {
    pub(super) fn metric(mut self, metric: Rc<dyn IMetric>) -> Self {
        self.options.metric = metric;
        self
    }

    /// How many periods are looked at. Required.
    pub fn evaluation_periods(mut self, value: impl Into<Value<i64>>) -> AlarmBuilder<Set> {
        self.options.evaluation_periods = value.into();
        AlarmBuilder { options: self.options, state: PhantomData }
    }

    /// The value with which the metric is compared. Alarms of anomaly detection have none; all others need one, else they have
    /// the error `cloudwatch::no-threshold`.
    pub fn threshold(mut self, value: impl Into<Value<f64>>) -> Self {
        self.options.threshold = Some(value.into());
        self
    }

    /// How the metric is compared with the threshold. Default: [`ComparisonOperator::GreaterThanOrEqualToThreshold`].
    pub fn comparison_operator(mut self, value: ComparisonOperator) -> Self {
        self.options.comparison_operator = value;
        self
    }

    /// The name of the alarm. Default: one that CloudFormation makes.
    pub fn alarm_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.options.alarm_name = Some(value.into());
        self
    }

    /// The description. Default: none.
    pub fn alarm_description(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.alarm_description = Some(value.into());
        self
    }

    /// How many of the periods must breach the threshold. Default: all of them.
    pub fn datapoints_to_alarm(mut self, value: impl Into<Value<i64>>) -> Self {
        self.options.datapoints_to_alarm = Some(value.into());
        self
    }

    /// Whether percentiles of too few values count: `evaluate`, or `ignore`. Default: that of CloudWatch, they do.
    pub fn evaluate_low_sample_count_percentile(mut self, value: impl Into<Value<String>>) -> Self {
        self.options.evaluate_low_sample_count_percentile = Some(value.into());
        self
    }

    /// What is made of periods without data. Default: that of CloudWatch, [`TreatMissingData::Missing`].
    pub fn treat_missing_data(mut self, value: TreatMissingData) -> Self {
        self.options.treat_missing_data = Some(value);
        self
    }

    /// Whether the alarm does anything. Default: true.
    pub fn actions_enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.options.actions_enabled = Some(value.into());
        self
    }
}

impl<E: Provided> AlarmBuilder<E> {
    /// Adds the alarm. Errors: `cloudwatch::no-threshold`, `cloudwatch::anomaly-detection`, `cloudwatch::alarm-region`,
    /// `cloudwatch::alarm-search`, `cloudwatch::too-many-metrics`, `cloudwatch::duplicate-metric-id`, those of the metric, and
    /// those of ids.
    #[track_caller]
    pub fn build(self) -> Alarm {
        let options = *self.options;
        let construct = Construct::of_type(&options.scope, &options.id, options.type_name);
        let is_anomaly_detection = options.comparison_operator.is_anomaly_detection();
        options.check(&construct);
        for problem in options.metric.problems() {
            construct.node().report(problem);
        }
        let (actions, name) = (Actions::default(), ResourceName::new(&construct, options.alarm_name));
        let mut resource = CfnAlarm::builder(&construct, "Resource")
            .comparison_operator(options.comparison_operator.as_str())
            .evaluation_periods(options.evaluation_periods)
            .alarm_actions(actions.alarm.property())
            .insufficient_data_actions(actions.insufficient_data.property())
            .ok_actions(actions.ok.property());
        if let Some(name) = name.property() {
            resource = resource.alarm_name(name);
        }
        if let Some(description) = options.alarm_description {
            resource = resource.alarm_description(description);
        }
        if let Some(threshold) = options.threshold.filter(|_| !is_anomaly_detection) {
            resource = resource.threshold(threshold);
        }
        if let Some(datapoints) = options.datapoints_to_alarm {
            resource = resource.datapoints_to_alarm(datapoints);
        }
        if let Some(value) = options.evaluate_low_sample_count_percentile {
            resource = resource.evaluate_low_sample_count_percentile(value);
        }
        if let Some(missing) = options.treat_missing_data {
            resource = resource.treat_missing_data(missing.as_str());
        }
        if let Some(enabled) = options.actions_enabled {
            resource = resource.actions_enabled(enabled);
        }
        let (mut resource, primary_id) = render_metric(&construct, &options.metric, is_anomaly_detection, resource);
        if let Some(id) = primary_id.filter(|_| is_anomaly_detection) {
            resource = resource.threshold_metric_id(id);
        }
        Alarm { resource: resource.build(), construct, name, metric: options.metric, actions }
    }
}

impl Options {
    #[track_caller]
    fn check(&self, construct: &Construct) {
        let operator = self.comparison_operator.as_str();
        let report = |diagnostic: Diagnostic| construct.node().report(diagnostic);
        match (self.comparison_operator.is_anomaly_detection(), is_anomaly_detection_metric(&*self.metric)) {
            (true, false) => report(
                Diagnostic::error(
                    "cloudwatch::anomaly-detection",
                    format!("{operator} compares with a band, not a number"),
                )
                .help("use `AnomalyDetectionAlarm`, or a metric of `Metric::anomaly_detection_for`"),
            ),
            (false, true) => report(
                Diagnostic::error(
                    "cloudwatch::anomaly-detection",
                    format!("{operator} compares with a number, not a band"),
                )
                .help("use `AnomalyDetectionAlarm`, or a `comparison_operator` of anomaly detection"),
            ),
            (true, true) if self.threshold.as_ref().is_some_and(|value| value.as_literal() != Some(0.0)) => report(
                Diagnostic::warning("cloudwatch::threshold-ignored", "alarms of anomaly detection have no threshold")
                    .help("leave `threshold` out"),
            ),
            (false, false) if self.threshold.is_none() => report(
                Diagnostic::error("cloudwatch::no-threshold", "the alarm has no threshold")
                    .help("say with `threshold` which value is too much"),
            ),
            _ => {}
        }
    }
}
