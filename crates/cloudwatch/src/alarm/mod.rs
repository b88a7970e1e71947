//! Alarms: what watches a metric.
//!
//! ```
//! use aws_cdk_cloudwatch::{Alarm, ComparisonOperator, Metric, Stats, TreatMissingData};
//! use aws_cdk_core::{App, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let errors = Metric::new("AWS/Lambda", "Errors").dimension("FunctionName", "books").statistic(Stats::SUM);
//! let alarm = Alarm::builder(&stack, "Errors", errors)
//!     .threshold(10)
//!     .evaluation_periods(3)
//!     .datapoints_to_alarm(2)
//!     .comparison_operator(ComparisonOperator::GreaterThanThreshold)
//!     .treat_missing_data(TreatMissingData::NotBreaching)
//!     .alarm_description("books cannot be listed")
//!     .build();
//! assert!(app.diagnostics().is_empty());
//! ```

mod action;
mod anomaly_detection;
mod builder;
mod imported;
mod options;
mod rendering;
pub mod required;

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_cloudwatch::CfnAlarm;
use aws_cdk_core::{
    ArnComponents, ArnFormat, Construct, Diagnostic, IConstruct, Node, ResourceName, Value, cfn_format,
};

pub(crate) use action::Actions;
pub use action::{AlarmActionConfig, IAlarmAction};
pub use anomaly_detection::{AnomalyDetectionAlarm, AnomalyDetectionAlarmBuilder};
pub use builder::AlarmBuilder;
pub use imported::ImportedAlarm;
pub(crate) use imported::{alarm_arn, import_alarm};
pub use options::{ComparisonOperator, TreatMissingData};

use crate::alarm_rule::IAlarmRule;
use crate::metric_config::{IMetric, MetricSource};

/// An alarm, made here or imported; also a composite one. As a rule of a composite alarm it says: this alarm is in the state
/// `ALARM`.
pub trait IAlarm: IConstruct + IAlarmRule + fmt::Debug {
    /// The ARN of the alarm.
    fn alarm_arn(&self) -> Value<String>;

    /// The name of the alarm.
    fn alarm_name(&self) -> Value<String>;
}

/// An alarm on a metric.
#[derive(Clone, Debug)]
pub struct Alarm {
    construct: Construct,
    resource: CfnAlarm,
    name: ResourceName,
    metric: Rc<dyn IMetric>,
    actions: Actions,
}

impl IConstruct for Alarm {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAlarmRule for Alarm {
    fn render_alarm_rule(&self) -> Value<String> {
        cfn_format!("ALARM(\"{}\")", self.alarm_arn())
    }
}

impl IAlarm for Alarm {
    fn alarm_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), arn_components)
    }

    fn alarm_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }
}

pub(crate) fn arn_components(name: Value<String>) -> ArnComponents {
    ArnComponents::new("cloudwatch", "alarm").resource_name(name).arn_format(ArnFormat::ColonResourceName)
}

impl Alarm {
    /// Starts an alarm on a metric.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>, metric: impl IMetric + 'static) -> AlarmBuilder {
        AlarmBuilder::new(scope.node(), id.into(), Rc::new(metric), "aws-cdk-cloudwatch.Alarm")
    }

    /// An alarm of the stack's account and region that exists, by its name.
    #[track_caller]
    pub fn from_alarm_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        alarm_name: impl Into<Value<String>>,
    ) -> ImportedAlarm {
        let arn = alarm_arn(scope.node(), alarm_name.into());
        import_alarm(scope.node(), id.as_ref(), arn, "aws-cdk-cloudwatch.Alarm")
    }

    /// An alarm that exists, by its ARN. Something else than an ARN of an alarm is the error `cloudwatch::invalid-arn`.
    #[track_caller]
    pub fn from_alarm_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        alarm_arn: impl Into<Value<String>>,
    ) -> ImportedAlarm {
        import_alarm(scope.node(), id.as_ref(), alarm_arn.into(), "aws-cdk-cloudwatch.Alarm")
    }

    /// The ARN of the alarm.
    pub fn alarm_arn(&self) -> Value<String> {
        IAlarm::alarm_arn(self)
    }

    /// The name of the alarm.
    pub fn alarm_name(&self) -> Value<String> {
        IAlarm::alarm_name(self)
    }

    /// The metric.
    pub fn metric(&self) -> &dyn IMetric {
        &*self.metric
    }

    /// Adds what happens when the alarm fires. An action of Amazon EC2 on a metric that is not of one instance is the error
    /// `cloudwatch::instance-metric`.
    #[track_caller]
    pub fn add_alarm_action(&self, action: &dyn IAlarmAction) {
        let arn = action.bind(self.node(), self).alarm_action_arn;
        if arn.as_literal().is_some_and(is_instance_action) && !self.is_of_one_instance() {
            self.node().report(
                Diagnostic::error("cloudwatch::instance-metric", "the metric is not of one instance of Amazon EC2")
                    .help("alarm on a metric whose only dimension is `InstanceId`"),
            );
        }
        self.actions.alarm.add(arn);
    }

    /// Adds what happens when the alarm has too few data.
    #[track_caller]
    pub fn add_insufficient_data_action(&self, action: &dyn IAlarmAction) {
        self.actions.insufficient_data.add(action.bind(self.node(), self).alarm_action_arn);
    }

    /// Adds what happens when all is well again.
    #[track_caller]
    pub fn add_ok_action(&self, action: &dyn IAlarmAction) {
        self.actions.ok.add(action.bind(self.node(), self).alarm_action_arn);
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnAlarm {
        &self.resource
    }

    fn is_of_one_instance(&self) -> bool {
        match self.metric.to_metric_config().source {
            MetricSource::Stat(stat) => matches!(&stat.dimensions[..], [(name, _)] if name == "InstanceId"),
            _ => false,
        }
    }
}

/// Whether an ARN is of an action such as `arn:aws:automate:eu-west-1:ec2:reboot`.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html>.
fn is_instance_action(arn: &str) -> bool {
    let parts: Vec<&str> = arn.split(':').collect();
    matches!(&parts[..], ["arn", partition, "automate", _, "ec2", action, ..]
        if partition.starts_with("aws") && action.starts_with(|first: char| first.is_ascii_lowercase()))
}
