//! What alarms do when their state changes.

use std::cell::RefCell;
use std::rc::Rc;

use aws_cdk_core::{Lazy, Node, Token, Value};

use super::IAlarm;

/// What an alarm does.
#[must_use]
#[derive(Clone, Debug)]
pub struct AlarmActionConfig {
    /// The ARN of the action: of a topic, a function, or what else alarms can call.
    pub alarm_action_arn: Value<String>,
}

impl AlarmActionConfig {
    /// The action with an ARN.
    pub fn new(alarm_action_arn: impl Into<Value<String>>) -> Self {
        Self { alarm_action_arn: alarm_action_arn.into() }
    }
}

/// What an alarm can do when its state changes: the extension point for actions.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html>.
///
/// ```
/// use aws_cdk_cloudwatch::{Alarm, AlarmActionConfig, IAlarm, IAlarmAction, Metric};
/// use aws_cdk_core::{App, Node, Stack, Value};
///
/// struct Notify(Value<String>);
///
/// impl IAlarmAction for Notify {
///     fn bind(&self, _scope: &Node, _alarm: &dyn IAlarm) -> AlarmActionConfig {
///         AlarmActionConfig::new(&self.0)
///     }
/// }
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let errors = Metric::new("Books", "Errors");
/// let alarm = Alarm::builder(&stack, "Errors", errors).threshold(1).evaluation_periods(1).build();
/// let team = Notify("arn:aws:sns:eu-west-1:111111111111:team".into());
/// alarm.add_alarm_action(&team);
/// alarm.add_ok_action(&team);
/// alarm.add_insufficient_data_action(&team);
/// ```
pub trait IAlarmAction {
    /// Makes what the action needs, in a scope, and says what it is.
    #[track_caller]
    fn bind(&self, scope: &Node, alarm: &dyn IAlarm) -> AlarmActionConfig;
}

/// The actions of one state.
#[derive(Clone, Debug, Default)]
pub(crate) struct ActionArns(Rc<RefCell<Vec<Value<String>>>>);

impl ActionArns {
    pub(crate) fn add(&self, arn: Value<String>) {
        self.0.borrow_mut().push(arn);
    }

    pub(crate) fn property(&self) -> Token<Vec<String>> {
        let arns = self.0.clone();
        Lazy::list_omit_empty(move || arns.borrow().clone().into())
    }
}

/// The actions of an alarm, by the state to which it changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Actions {
    pub(crate) alarm: ActionArns,
    pub(crate) insufficient_data: ActionArns,
    pub(crate) ok: ActionArns,
}
