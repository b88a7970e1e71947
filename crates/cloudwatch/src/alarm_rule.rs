//! Rules of composite alarms: how the states of other alarms count.
//!
//! ```
//! use aws_cdk_cloudwatch::{Alarm, AlarmRule, AlarmState, AtLeastOptions, AtLeastThreshold, CompositeAlarm};
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let errors = Alarm::from_alarm_name(&stack, "Errors", "errors");
//! let slow = Alarm::from_alarm_name(&stack, "Slow", "slow");
//! let rule = AlarmRule::any_of(&[
//!     &AlarmRule::all_of(&[&errors, &AlarmRule::not(&slow)]),
//!     &AlarmRule::from_alarm(&slow, AlarmState::InsufficientData),
//!     &AlarmRule::at_least(AlarmState::Alarm, AtLeastOptions::new(&[&errors, &slow], AtLeastThreshold::count(2))),
//! ]);
//! CompositeAlarm::builder(&stack, "Unwell", &rule).build();
//! assert!(app.diagnostics().is_empty());
//! ```

use aws_cdk_core::{Diagnostic, Value, cfn_format};

use crate::alarm::IAlarm;

/// A state of an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmState {
    /// The alarm fires.
    Alarm,
    /// All is well.
    Ok,
    /// There are too few data.
    InsufficientData,
}

impl AlarmState {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            AlarmState::Alarm => "ALARM",
            AlarmState::Ok => "OK",
            AlarmState::InsufficientData => "INSUFFICIENT_DATA",
        }
    }
}

/// What can be a rule of a composite alarm: an [`AlarmRule`], or an alarm, which says that it fires.
pub trait IAlarmRule {
    /// The text of the rule.
    fn render_alarm_rule(&self) -> Value<String>;

    /// Mistakes in the rule, which the composite alarm reports. Default: none.
    fn problems(&self) -> Vec<Diagnostic> {
        Vec::new()
    }
}

/// A rule of a composite alarm.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html>.
#[must_use]
#[derive(Clone, Debug)]
pub struct AlarmRule {
    rule: Value<String>,
    problems: Vec<Diagnostic>,
}

impl IAlarmRule for AlarmRule {
    fn render_alarm_rule(&self) -> Value<String> {
        self.rule.clone()
    }

    fn problems(&self) -> Vec<Diagnostic> {
        self.problems.clone()
    }
}

impl AlarmRule {
    fn new(rule: impl Into<Value<String>>) -> Self {
        Self { rule: rule.into(), problems: Vec::new() }
    }

    /// All rules hold. Without any this is the error `cloudwatch::empty-alarm-rule`.
    #[track_caller]
    pub fn all_of(operands: &[&dyn IAlarmRule]) -> Self {
        Self::concat("AND", operands)
    }

    /// One of the rules holds. Without any this is the error `cloudwatch::empty-alarm-rule`.
    #[track_caller]
    pub fn any_of(operands: &[&dyn IAlarmRule]) -> Self {
        Self::concat("OR", operands)
    }

    /// The rule does not hold.
    pub fn not(operand: &dyn IAlarmRule) -> Self {
        let rule = cfn_format!("(NOT ({}))", operand.render_alarm_rule());
        Self { rule, problems: operand.problems() }
    }

    /// Some of the alarms are in a state. Errors: `cloudwatch::empty-alarm-rule`, `cloudwatch::at-least`.
    #[track_caller]
    pub fn at_least(state: AlarmState, options: AtLeastOptions) -> Self {
        options.rule(state.as_str())
    }

    /// Some of the alarms are not in a state. Errors: `cloudwatch::empty-alarm-rule`, `cloudwatch::at-least`.
    #[track_caller]
    pub fn at_least_not(state: AlarmState, options: AtLeastOptions) -> Self {
        options.rule(&format!("NOT {}", state.as_str()))
    }

    /// Always, or never.
    pub fn from_boolean(value: bool) -> Self {
        Self::new(if value { "TRUE" } else { "FALSE" })
    }

    /// An alarm is in a state.
    pub fn from_alarm(alarm: &dyn IAlarm, state: AlarmState) -> Self {
        Self::new(cfn_format!("{}(\"{}\")", state.as_str(), alarm.alarm_arn()))
    }

    /// The text of a rule.
    pub fn from_string(rule: impl Into<Value<String>>) -> Self {
        Self::new(rule)
    }

    #[track_caller]
    fn concat(operator: &str, operands: &[&dyn IAlarmRule]) -> Self {
        let mut all = AlarmRule { problems: empty_problem(operands.is_empty()), ..Self::new("") };
        for (index, operand) in operands.iter().enumerate() {
            let separator = if index > 0 { format!(" {operator} ") } else { String::new() };
            all.rule = cfn_format!("{}{}{}", all.rule, separator, operand.render_alarm_rule());
            all.problems.extend(operand.problems());
        }
        AlarmRule { rule: cfn_format!("({})", all.rule), ..all }
    }
}

#[track_caller]
fn empty_problem(is_empty: bool) -> Vec<Diagnostic> {
    if !is_empty {
        return Vec::new();
    }
    vec![
        Diagnostic::error("cloudwatch::empty-alarm-rule", "the alarm rule has no operands")
            .help("give it alarms or rules"),
    ]
}

/// Of which alarms some must be in a state, and how many.
#[must_use]
#[derive(Clone, Debug)]
pub struct AtLeastOptions {
    alarm_arns: Vec<Value<String>>,
    threshold: AtLeastThreshold,
}

impl AtLeastOptions {
    /// The alarms, and how many of them.
    pub fn new(operands: &[&dyn IAlarm], threshold: AtLeastThreshold) -> Self {
        Self { alarm_arns: operands.iter().map(|alarm| alarm.alarm_arn()).collect(), threshold }
    }

    #[track_caller]
    fn rule(self, state: &str) -> AlarmRule {
        let mut problems = empty_problem(self.alarm_arns.is_empty());
        let count = self.alarm_arns.len();
        let (threshold, is_valid, range) = match self.threshold {
            AtLeastThreshold::Count(value) => {
                let is_valid = usize::try_from(value).is_ok_and(|value| (1..=count).contains(&value));
                (value.to_string(), is_valid, format!("1 to {count}, the number of alarms"))
            }
            AtLeastThreshold::Percentage(value) => {
                (format!("{value}%"), (1..=100).contains(&value), "1 to 100 percent".to_owned())
            }
        };
        if !is_valid && count > 0 {
            let message = format!("the threshold {threshold} is not from {range}");
            problems.push(Diagnostic::error("cloudwatch::at-least", message).help("use a threshold in that range"));
        }
        let mut alarms: Value<String> = "".into();
        for (index, arn) in self.alarm_arns.iter().enumerate() {
            alarms = cfn_format!("{}{}\"{}\"", alarms, if index > 0 { ", " } else { "" }, arn);
        }
        AlarmRule { rule: cfn_format!("AT_LEAST({}, {}, ({}))", threshold, state, alarms), problems }
    }
}

/// How many alarms must be in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AtLeastThreshold {
    /// A number of them.
    Count(i64),
    /// A share of them, in percent.
    Percentage(i64),
}

impl AtLeastThreshold {
    /// A number of alarms, from 1 to all of them.
    pub fn count(count: i64) -> Self {
        Self::Count(count)
    }

    /// A share of the alarms, from 1 to 100 percent.
    pub fn percentage(percentage: i64) -> Self {
        Self::Percentage(percentage)
    }
}
