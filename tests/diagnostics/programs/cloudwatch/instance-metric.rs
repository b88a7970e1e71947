//! An instance is rebooted for a metric that is not its own.

use aws_cdk_cloudwatch::{Alarm, AlarmActionConfig, IAlarm, IAlarmAction, Metric};
use aws_cdk_core::{App, Node, Stack};

fn latency() -> Metric {
    Metric::new("Books", "Latency")
}

struct Reboot;

impl IAlarmAction for Reboot {
    fn bind(&self, _: &Node, _: &dyn IAlarm) -> AlarmActionConfig {
        AlarmActionConfig::new("arn:aws:automate:eu-west-1:ec2:reboot")
    }
}

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency()).evaluation_periods(1).threshold(500).build();
    alarm.add_alarm_action(&Reboot);
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let alarm = Alarm::builder(&stack, "Slow", latency().dimension("InstanceId", "i-0123456789abcdef0"))
        .evaluation_periods(1)
        .threshold(500)
        .build();
    alarm.add_alarm_action(&Reboot);
}
