//! Composite alarms: alarms on the states of other alarms.

use std::rc::Rc;

use aws_cdk_cfn_cloudwatch::CfnCompositeAlarm;
use aws_cdk_core::{
    Construct, Diagnostic, Duration, IConstruct, Names, Node, PhysicalName, ResourceName, Value, cfn_format,
};

use crate::alarm::{Actions, IAlarm, IAlarmAction, ImportedAlarm, alarm_arn, arn_components, import_alarm};
use crate::alarm_rule::IAlarmRule;

const TYPE_NAME: &str = "aws-cdk-cloudwatch.CompositeAlarm";

/// The longest rule, in characters.
const MAX_RULE_LENGTH: usize = 10_240;

/// The longest name that is made of a path; of a longer one, beginning and end are kept.
const MAX_NAME_LENGTH: usize = 240;

/// An alarm on the states of other alarms.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html>.
///
/// ```
/// use aws_cdk_cloudwatch::{Alarm, AlarmRule, CompositeAlarm};
/// use aws_cdk_core::{App, Duration, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let errors = Alarm::from_alarm_name(&stack, "Errors", "errors");
/// let slow = Alarm::from_alarm_name(&stack, "Slow", "slow");
/// let deploying = Alarm::from_alarm_name(&stack, "Deploying", "deploying");
/// CompositeAlarm::builder(&stack, "Unwell", &AlarmRule::any_of(&[&errors, &slow]))
///     .actions_suppressor(&deploying)
///     .actions_suppressor_wait_period(Duration::minutes(2))
///     .build();
/// assert!(app.diagnostics().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct CompositeAlarm {
    construct: Construct,
    resource: CfnCompositeAlarm,
    name: ResourceName,
    actions: Actions,
}

impl IConstruct for CompositeAlarm {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAlarmRule for CompositeAlarm {
    fn render_alarm_rule(&self) -> Value<String> {
        cfn_format!("ALARM(\"{}\")", self.alarm_arn())
    }
}

impl IAlarm for CompositeAlarm {
    fn alarm_arn(&self) -> Value<String> {
        self.name.arn_attribute(self.resource.attr_arn(), arn_components)
    }

    fn alarm_name(&self) -> Value<String> {
        self.name.name_attribute(self.resource.ref_())
    }
}

impl CompositeAlarm {
    /// Starts an alarm with a rule.
    pub fn builder(
        scope: &impl IConstruct,
        id: impl Into<String>,
        alarm_rule: &dyn IAlarmRule,
    ) -> CompositeAlarmBuilder {
        CompositeAlarmBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            alarm_rule: alarm_rule.render_alarm_rule(),
            problems: alarm_rule.problems(),
            composite_alarm_name: None,
            alarm_description: None,
            actions_enabled: None,
            actions_suppressor: None,
            actions_suppressor_extension_period: None,
            actions_suppressor_wait_period: None,
        }
    }

    /// A composite alarm of the stack's account and region that exists, by its name.
    #[track_caller]
    pub fn from_composite_alarm_name(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        composite_alarm_name: impl Into<Value<String>>,
    ) -> ImportedAlarm {
        let arn = alarm_arn(scope.node(), composite_alarm_name.into());
        import_alarm(scope.node(), id.as_ref(), arn, TYPE_NAME)
    }

    /// A composite alarm that exists, by its ARN. Something else than an ARN of an alarm is the error
    /// `cloudwatch::invalid-arn`.
    #[track_caller]
    pub fn from_composite_alarm_arn(
        scope: &impl IConstruct,
        id: impl AsRef<str>,
        composite_alarm_arn: impl Into<Value<String>>,
    ) -> ImportedAlarm {
        import_alarm(scope.node(), id.as_ref(), composite_alarm_arn.into(), TYPE_NAME)
    }

    /// Adds what happens when the alarm fires.
    #[track_caller]
    pub fn add_alarm_action(&self, action: &dyn IAlarmAction) {
        self.actions.alarm.add(action.bind(self.node(), self).alarm_action_arn);
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
    pub fn default_child(&self) -> &CfnCompositeAlarm {
        &self.resource
    }
}

/// Builds a [`CompositeAlarm`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone, Debug)]
pub struct CompositeAlarmBuilder {
    scope: Node,
    id: String,
    alarm_rule: Value<String>,
    problems: Vec<Diagnostic>,
    composite_alarm_name: Option<PhysicalName>,
    alarm_description: Option<Value<String>>,
    actions_enabled: Option<Value<bool>>,
    actions_suppressor: Option<Rc<dyn IAlarm>>,
    actions_suppressor_extension_period: Option<Duration>,
    actions_suppressor_wait_period: Option<Duration>,
}

impl CompositeAlarmBuilder {
    /// The name of the alarm. Default: one made of the construct's path.
    pub fn composite_alarm_name(mut self, value: impl Into<PhysicalName>) -> Self {
        self.composite_alarm_name = Some(value.into());
        self
    }

    /// The description. Default: none.
    pub fn alarm_description(mut self, value: impl Into<Value<String>>) -> Self {
        self.alarm_description = Some(value.into());
        self
    }

    /// Whether the alarm does anything. Default: true.
    pub fn actions_enabled(mut self, value: impl Into<Value<bool>>) -> Self {
        self.actions_enabled = Some(value.into());
        self
    }

    /// The alarm during which this one does nothing. Default: none.
    pub fn actions_suppressor(mut self, alarm: &(impl IAlarm + Clone + 'static)) -> Self {
        self.actions_suppressor = Some(Rc::new(alarm.clone()));
        self
    }

    /// How long this alarm still does nothing after its suppressor fired; whole seconds. Default: a minute.
    pub fn actions_suppressor_extension_period(mut self, value: Duration) -> Self {
        self.actions_suppressor_extension_period = Some(value);
        self
    }

    /// How long this alarm waits for its suppressor to fire; whole seconds. Default: a minute.
    pub fn actions_suppressor_wait_period(mut self, value: Duration) -> Self {
        self.actions_suppressor_wait_period = Some(value);
        self
    }

    /// Adds the alarm. Errors: `cloudwatch::long-alarm-rule`, `cloudwatch::no-suppressor`, `cloudwatch::suppressor-period`,
    /// those of the rule, and those of ids.
    #[track_caller]
    pub fn build(self) -> CompositeAlarm {
        let construct = Construct::of_type(&self.scope, &self.id, TYPE_NAME);
        self.check(&construct);
        let name = self.composite_alarm_name.unwrap_or_else(|| name_of_path(&construct).into());
        let (actions, name) = (Actions::default(), ResourceName::new(&construct, Some(name)));
        let mut resource = CfnCompositeAlarm::builder(&construct, "Resource")
            .alarm_rule(self.alarm_rule)
            .alarm_actions(actions.alarm.property())
            .insufficient_data_actions(actions.insufficient_data.property())
            .ok_actions(actions.ok.property());
        if let Some(name) = name.property() {
            resource = resource.alarm_name(name);
        }
        if let Some(description) = self.alarm_description {
            resource = resource.alarm_description(description);
        }
        if let Some(enabled) = self.actions_enabled {
            resource = resource.actions_enabled(enabled);
        }
        if let Some(suppressor) = &self.actions_suppressor {
            let extension = seconds(&construct, self.actions_suppressor_extension_period);
            let wait = seconds(&construct, self.actions_suppressor_wait_period);
            resource = resource
                .actions_suppressor(suppressor.alarm_arn())
                .actions_suppressor_extension_period(extension)
                .actions_suppressor_wait_period(wait);
        }
        CompositeAlarm { resource: resource.build(), construct, name, actions }
    }

    #[track_caller]
    fn check(&self, construct: &Construct) {
        for problem in &self.problems {
            construct.node().report(problem.clone());
        }
        if self.alarm_rule.as_literal().is_some_and(|rule| rule.encode_utf16().count() > MAX_RULE_LENGTH) {
            construct.node().report(
                Diagnostic::error("cloudwatch::long-alarm-rule", "the alarm rule is longer than 10,240 characters")
                    .help("make a composite alarm of a part of it, and use that"),
            );
        }
        let has_period =
            self.actions_suppressor_extension_period.is_some() || self.actions_suppressor_wait_period.is_some();
        if has_period && self.actions_suppressor.is_none() {
            construct.node().report(
                Diagnostic::error(
                    "cloudwatch::no-suppressor",
                    "the alarm has a suppressor's period, and no suppressor",
                )
                .help("call `actions_suppressor` as well"),
            );
        }
    }
}

#[track_caller]
fn seconds(construct: &Construct, period: Option<Duration>) -> u64 {
    match period.unwrap_or(Duration::minutes(1)).to_seconds() {
        Ok(seconds) => seconds,
        Err(error) => {
            construct.node().report(
                Diagnostic::error(
                    "cloudwatch::suppressor-period",
                    format!("the period of the suppressor cannot be used: {error}"),
                )
                .help("use whole seconds"),
            );
            0
        }
    }
}

fn name_of_path(construct: &Construct) -> String {
    let name = Names::unique_id(construct);
    if name.len() <= MAX_NAME_LENGTH {
        return name;
    }
    // Unique ids are ASCII.
    let half = MAX_NAME_LENGTH / 2;
    format!("{}{}", &name[..half], &name[name.len() - half..])
}
