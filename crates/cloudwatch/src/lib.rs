//! Amazon CloudWatch: metrics and alarms.
//!
//! ```
//! use aws_cdk_cloudwatch::{Metric, Stats};
//! use aws_cdk_core::{App, Duration, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let errors = Metric::new("Books", "Errors").statistic(Stats::SUM).period(Duration::minutes(1));
//! let alarm = errors.create_alarm(&stack, "Errors").threshold(10).evaluation_periods(3).build();
//! ```
//!
//! # Invariant
//! Emits only through `Cfn*` constructs, under the construct ids of the CDK, since they fix the logical ids.

mod alarm;
mod alarm_rule;
mod composite_alarm;
mod math_expression;
mod metric;
mod metric_config;
mod stats;
mod unit;

pub use alarm::{
    Alarm, AlarmActionConfig, AlarmBuilder, AnomalyDetectionAlarm, AnomalyDetectionAlarmBuilder, ComparisonOperator,
    IAlarm, IAlarmAction, ImportedAlarm, TreatMissingData, required,
};
pub use alarm_rule::{AlarmRule, AlarmState, AtLeastOptions, AtLeastThreshold, IAlarmRule};
pub use aws_cdk_cfn_cloudwatch::*;
pub use composite_alarm::{CompositeAlarm, CompositeAlarmBuilder};
pub use math_expression::{MathExpression, SearchExpression};
pub use metric::Metric;
pub use metric_config::{IMetric, MetricConfig, MetricExpressionConfig, MetricSource, MetricStatConfig};
pub use stats::{Statistic, Stats};
pub use unit::Unit;
