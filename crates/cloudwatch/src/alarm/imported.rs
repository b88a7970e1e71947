//! Alarms that exist.
//!
//! ```
//! use aws_cdk_cloudwatch::{Alarm, IAlarm};
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let alarm = Alarm::from_alarm_arn(&stack, "Errors", "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors");
//! assert_eq!(alarm.alarm_name().as_literal(), Some("errors"));
//! ```

use aws_cdk_core::{Arn, ArnFormat, Construct, Diagnostic, IConstruct, Node, Stack, Value, cfn_format};

use super::{IAlarm, arn_components};
use crate::alarm_rule::IAlarmRule;

/// An alarm that exists already.
#[derive(Clone, Debug)]
pub struct ImportedAlarm {
    construct: Construct,
    alarm_arn: Value<String>,
    alarm_name: Value<String>,
}

impl IConstruct for ImportedAlarm {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl IAlarmRule for ImportedAlarm {
    fn render_alarm_rule(&self) -> Value<String> {
        cfn_format!("ALARM(\"{}\")", self.alarm_arn)
    }
}

impl IAlarm for ImportedAlarm {
    fn alarm_arn(&self) -> Value<String> {
        self.alarm_arn.clone()
    }

    fn alarm_name(&self) -> Value<String> {
        self.alarm_name.clone()
    }
}

/// The ARN of an alarm of a stack's account and region.
pub(crate) fn alarm_arn(scope: &Node, name: Value<String>) -> Value<String> {
    Stack::of(scope).format_arn(arn_components(name))
}

#[track_caller]
pub(crate) fn import_alarm(scope: &Node, id: &str, alarm_arn: Value<String>, type_name: &'static str) -> ImportedAlarm {
    let construct = Construct::of_type(scope, id, type_name);
    let name = match Arn::split(&alarm_arn, ArnFormat::ColonResourceName) {
        Ok(parts) => parts.resource_name.ok_or_else(|| "the ARN has no name of an alarm".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    let alarm_name = match name {
        Ok(name) => name,
        Err(message) => {
            construct.node().report(
                Diagnostic::error("cloudwatch::invalid-arn", message)
                    .help("give the ARN of an alarm: `arn:aws:cloudwatch:eu-west-1:111111111111:alarm:name`"),
            );
            "".into()
        }
    };
    ImportedAlarm { construct, alarm_arn, alarm_name }
}
