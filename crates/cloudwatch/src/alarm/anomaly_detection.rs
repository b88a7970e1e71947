//! Alarms on what is unusual, without a fixed threshold.

use std::rc::Rc;

use aws_cdk_core::{IConstruct, PhysicalName, Provided, Set, Value};

use super::options::{ComparisonOperator, TreatMissingData};
use super::{Alarm, AlarmBuilder, required};
use crate::math_expression::MathExpression;
use crate::metric_config::{IMetric, metric_period};

/// Makes alarms that learn what is usual of a metric, and fire when it is outside of that.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html>.
///
/// ```
/// use aws_cdk_cloudwatch::{AnomalyDetectionAlarm, ComparisonOperator, Metric, Stats};
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let requests = Metric::new("AWS/ApiGateway", "Count").dimension("ApiId", "abc123").statistic(Stats::SUM);
/// let alarm = AnomalyDetectionAlarm::builder(&stack, "Unusual", requests)
///     .std_devs(3)
///     .comparison_operator(ComparisonOperator::GreaterThanUpperThreshold)
///     .evaluation_periods(2)
///     .build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AnomalyDetectionAlarm;

/// Builds an [`Alarm`] of anomaly detection. Its type says whether the required property is set.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct AnomalyDetectionAlarmBuilder<E = required::EvaluationPeriods> {
    metric: Rc<dyn IMetric>,
    std_devs: f64,
    comparison_operator: ComparisonOperator,
    alarm: AlarmBuilder<E>,
}

impl AnomalyDetectionAlarm {
    /// Starts an alarm on a metric.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        metric: impl IMetric + 'static,
    ) -> AnomalyDetectionAlarmBuilder {
        let metric: Rc<dyn IMetric> = Rc::new(metric);
        let type_name = "aws-cdk-cloudwatch.AnomalyDetectionAlarm";
        AnomalyDetectionAlarmBuilder {
            alarm: AlarmBuilder::new(scope.node(), id.into(), metric.clone(), type_name),
            metric,
            std_devs: 2.0,
            comparison_operator: ComparisonOperator::LessThanLowerOrGreaterThanUpperThreshold,
        }
    }
}

impl<E> AnomalyDetectionAlarmBuilder<E> {
    /// How many periods are looked at. Required.
    pub fn evaluation_periods(self, value: impl Into<Value<i64>>) -> AnomalyDetectionAlarmBuilder<Set> {
        AnomalyDetectionAlarmBuilder {
            metric: self.metric,
            std_devs: self.std_devs,
            comparison_operator: self.comparison_operator,
            alarm: self.alarm.evaluation_periods(value),
        }
    }

    /// The width of the band, in standard deviations; one that is not more than 0 is the error
    /// `cloudwatch::standard-deviations`. Default: 2.
    pub fn std_devs(mut self, value: impl Into<f64>) -> Self {
        self.std_devs = value.into();
        self
    }

    /// On which side of the band the alarm fires. Default: on both.
    pub fn comparison_operator(mut self, value: ComparisonOperator) -> Self {
        self.comparison_operator = value;
        self
    }

    /// The name of the alarm. Default: one that CloudFormation makes.
    pub fn alarm_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.alarm = self.alarm.alarm_name(value);
        self
    }

    /// The description. Default: none.
    pub fn alarm_description(mut self, value: impl Into<Value<String>>) -> Self {
        self.alarm = self.alarm.alarm_description(value);
        self
    }

    /// How many of the periods must be outside of the band. Default: all of them.
    pub fn datapoints_to_alarm(mut self, value: impl Into<Value<i64>>) -> Self {
        self.alarm = self.alarm.datapoints_to_alarm(value);
        self
    }

    /// Whether percentiles of too few values count: `evaluate`, or `ignore`. Default: that of CloudWatch, they do.
    pub fn evaluate_low_sample_count_percentile(mut self, value: impl Into<Value<String>>) -> Self {
        self.alarm = self.alarm.evaluate_low_sample_count_percentile(value);
        self
    }

    /// What is made of periods without data. Default: that of CloudWatch, [`TreatMissingData::Missing`].
    pub fn treat_missing_data(mut self, value: TreatMissingData) -> Self {
        self.alarm = self.alarm.treat_missing_data(value);
        self
    }

    /// Whether the alarm does anything. Default: true.
    pub fn actions_enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.alarm = self.alarm.actions_enabled(value);
        self
    }
}

impl<E: Provided> AnomalyDetectionAlarmBuilder<E> {
    /// Adds the alarm. Errors: `cloudwatch::anomaly-detection` for an operator that compares with a number, and those of
    /// [`AlarmBuilder::build`].
    #[track_caller]
    pub fn build(self) -> Alarm {
        let period = metric_period(&*self.metric);
        let band = MathExpression::anomaly_detection_band(self.metric, self.std_devs).period(period);
        self.alarm.metric(Rc::new(band)).comparison_operator(self.comparison_operator).build()
    }
}
