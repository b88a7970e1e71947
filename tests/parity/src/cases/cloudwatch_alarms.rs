//! Alarms: statistics, math, anomaly detection, actions, other accounts, composite alarms.

use aws_cdk_cloudwatch::{
    Alarm, AlarmActionConfig, AlarmRule, AlarmState, AnomalyDetectionAlarm, AtLeastOptions, AtLeastThreshold,
    ComparisonOperator, CompositeAlarm, IAlarm, IAlarmAction, IMetric, MathExpression, Metric, Statistic, Stats,
    TreatMissingData, Unit,
};
use aws_cdk_core::{App, Aws, CfnOutput, CfnParameter, Duration, Environment, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{Role, ServicePrincipal};

struct Action(Value<String>);

impl IAlarmAction for Action {
    fn bind(&self, _: &Node, _: &dyn IAlarm) -> AlarmActionConfig {
        AlarmActionConfig::new(&self.0)
    }
}

fn base() -> Metric {
    Metric::new("Own", "m")
}

fn alarm(stack: &Stack, id: &str, metric: impl IMetric + 'static) -> Alarm {
    Alarm::builder(stack, id, metric).threshold(1).evaluation_periods(1).build()
}

pub(super) fn build(app: &App) {
    let env = |account: &str| Environment::new().account(account).region("eu-west-1");
    let stack = Stack::builder(app, "Alarms").env(env("111111111111")).build();
    let agnostic = Stack::new(app, "Agnostic");
    let other = Stack::builder(app, "Other").env(env("222222222222")).build();
    let parameter = CfnParameter::new(&stack, "Name");

    for (index, statistic) in statistics().into_iter().enumerate() {
        alarm(&stack, &format!("Statistic{index}"), base().statistic(statistic));
    }
    metrics(&stack, &agnostic, &other, &parameter);
    math(&stack, &parameter);
    anomaly_detection(&stack);
    composite(&stack, &agnostic, &other, &parameter);

    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    Metric::grant_put_metric_data(&role);
}

fn statistics() -> Vec<Statistic> {
    let written = [
        "avg", "MINIMUM", "max", "n", "SampleCount", "sum", "P90", "p99.95", "iqm", "tm(10%:90%)", "PR(:300)", "wm95",
        "TC(0.005:0.03)", "something", "p101",
    ];
    let made = [
        Stats::p(99.9),
        Stats::tm(10, Some(90.0)),
        Stats::wm(98, None),
        Stats::tc(5, None),
        Stats::ts(80, Some(95.5)),
        Stats::pr(100, Some(2000.0)),
        Stats::percentile_rank(7, None),
        Stats::IQM.into(),
    ];
    written.into_iter().map(Statistic::from).chain(made).collect()
}

fn metrics(stack: &Stack, agnostic: &Stack, other: &Stack, parameter: &CfnParameter) {
    let dimensions: [(&str, Value<String>); 5] = [
        ("b", "x".into()),
        ("B", parameter.value_as_string().into()),
        ("a", Aws::REGION.into()),
        ("10", "n".into()),
        ("ä", "u".into()),
    ];
    let dimensions = base().dimensions_map(dimensions).unit(Unit::BytesPerSecond).period(Duration::seconds(30));
    alarm(stack, "Dimensions", dimensions);
    let label = base().label("name ${MAX}").color("#ff0000").id("own").visible(false).dimension("a", "x");
    alarm(stack, "Label", label.unit(Unit::Count));
    alarm(stack, "Account", base().account("333333333333").region("eu-west-1"));
    alarm(stack, "SameAccount", base().account("111111111111"));
    alarm(stack, "Attached", base().attach_to(other));
    alarm(stack, "AttachedAgnostic", base().attach_to(agnostic));
    alarm(agnostic, "AgnosticOther", base().attach_to(other));
    alarm(agnostic, "AgnosticOwn", base().account(Aws::ACCOUNT_ID));
    alarm(agnostic, "AgnosticLabel", base().label("l").account(Aws::ACCOUNT_ID).statistic("p50"));
    let changed = base().statistic("Sum").dimension("a", "x");
    let changed = changed.statistic("max").period(Duration::hours(1)).dimensions_map([("b", "y")]).unit(Unit::None);
    alarm(stack, "With", changed);
    Alarm::builder(stack, "Everything", base().statistic("p10"))
        .alarm_name("everything")
        .alarm_description("d")
        .actions_enabled(true)
        .comparison_operator(ComparisonOperator::LessThanOrEqualToThreshold)
        .datapoints_to_alarm(2)
        .evaluation_periods(3)
        .evaluate_low_sample_count_percentile("ignore")
        .threshold(0)
        .treat_missing_data(TreatMissingData::Ignore)
        .build();
}

fn first() -> Metric {
    Metric::new("Own", "a").statistic("Sum")
}

fn second() -> Metric {
    Metric::new("Own", "b").label("second").account("333333333333")
}

fn inner() -> MathExpression {
    MathExpression::new("a * 2").using_metric("a", first()).label("inner")
}

fn math(stack: &Stack, parameter: &CfnParameter) {
    let (a, b) = (first(), second());
    alarm(stack, "Math", MathExpression::new("a / b").using_metric("a", a.clone()).using_metric("b", b.clone()));
    let periods = MathExpression::new("a + b")
        .using_metric("b", b)
        .using_metric("a", a.clone().period(Duration::minutes(1)))
        .period(Duration::minutes(10));
    alarm(stack, "MathPeriod", periods.label("sum").color("#000000"));
    let nested = MathExpression::new("x + a + y").using_metric("x", inner()).using_metric("a", a.clone());
    alarm(stack, "Nested", nested.using_metric("y", inner()));
    let twice = MathExpression::new("p + q").using_metric("p", a.clone()).using_metric("q", a.clone().label("other"));
    alarm(stack, "SameTwice", twice.period(Duration::minutes(1)));
    let select = MathExpression::new("SELECT AVG(Latency) FROM \"AWS/ApiGateway\"").period(Duration::minutes(1));
    alarm(stack, "NoMetrics", select);
    let series = MathExpression::new("e * 2").using_metric("e", MathExpression::new("TIME_SERIES(1)"));
    alarm(stack, "NestedNoMetrics", series);
    let token = cfn_format!("a + {}", parameter.value_as_string());
    alarm(stack, "MathToken", MathExpression::new(token).using_metric("a", a.clone()));
    a.create_alarm(stack, "Created").threshold(2).evaluation_periods(2).build();
    inner().create_alarm(stack, "CreatedMath").threshold(2).evaluation_periods(2).build();
}

fn anomaly_detection(stack: &Stack) {
    AnomalyDetectionAlarm::builder(stack, "Anomaly", first()).evaluation_periods(1).build();
    AnomalyDetectionAlarm::builder(stack, "AnomalyOptions", second().period(Duration::minutes(1)))
        .std_devs(2.5)
        .comparison_operator(ComparisonOperator::LessThanLowerThreshold)
        .evaluation_periods(3)
        .datapoints_to_alarm(2)
        .alarm_name("anomaly")
        .alarm_description("unusual")
        .treat_missing_data(TreatMissingData::Breaching)
        .actions_enabled(false)
        .build();
    AnomalyDetectionAlarm::builder(stack, "AnomalyMath", inner()).evaluation_periods(1).build();
    let band = Metric::anomaly_detection_with(first(), 3).label("band").period(Duration::minutes(1));
    Alarm::builder(stack, "AnomalyByHand", band)
        .evaluation_periods(1)
        .comparison_operator(ComparisonOperator::GreaterThanUpperThreshold)
        .build();
}

fn composite(stack: &Stack, agnostic: &Stack, other: &Stack, parameter: &CfnParameter) {
    let action = |arn: &str| Action(arn.into());
    let acting = alarm(stack, "Acting", base().dimension("InstanceId", "i-1"));
    acting.add_alarm_action(&action("arn:aws:sns:eu-west-1:111111111111:a"));
    acting.add_alarm_action(&Action(parameter.value_as_string().into()));
    acting.add_alarm_action(&action("arn:aws:automate:eu-west-1:ec2:reboot"));
    acting.add_ok_action(&action("ok"));
    acting.add_insufficient_data_action(&action("few"));

    let by_name = Alarm::from_alarm_name(stack, "ByName", "by-name");
    let arn = "arn:aws:cloudwatch:us-east-1:999999999999:alarm:by:arn";
    let by_arn = Alarm::from_alarm_arn(stack, "ByArn", arn);
    let by_token = Alarm::from_alarm_arn(stack, "ByToken", parameter.value_as_string());
    let imported = CompositeAlarm::from_composite_alarm_name(agnostic, "Composite", "composite");
    let arn = "arn:aws:cloudwatch:us-east-1:999999999999:alarm:composite";
    let imported2 = CompositeAlarm::from_composite_alarm_arn(stack, "Composite2", arn);
    CfnOutput::new(stack, "ActingArn", acting.alarm_arn());
    CfnOutput::new(stack, "ActingName", acting.alarm_name());
    CfnOutput::new(stack, "ByNameArn", by_name.alarm_arn());
    CfnOutput::new(stack, "ByArnName", by_arn.alarm_name());
    CfnOutput::new(stack, "ByTokenName", by_token.alarm_name());
    CfnOutput::new(agnostic, "CompositeArn", imported.alarm_arn());
    CfnOutput::new(agnostic, "CompositeName", imported.alarm_name());

    CompositeAlarm::builder(stack, "Plain", &acting).build();
    let some = AtLeastOptions::new(&[&acting, &by_arn], AtLeastThreshold::count(2));
    let half = AtLeastOptions::new(&[&by_name], AtLeastThreshold::percentage(50));
    let rule = AlarmRule::any_of(&[
        &AlarmRule::all_of(&[&acting, &AlarmRule::not(&by_arn), &AlarmRule::from_boolean(true)]),
        &AlarmRule::from_alarm(&by_name, AlarmState::InsufficientData),
        &AlarmRule::from_string("OK(\"x\")"),
        &AlarmRule::any_of(&[&imported2]),
        &AlarmRule::at_least(AlarmState::Alarm, some),
        &AlarmRule::at_least_not(AlarmState::Ok, half),
    ]);
    let all = CompositeAlarm::builder(stack, "All", &rule)
        .composite_alarm_name("all")
        .alarm_description("every rule")
        .actions_enabled(false)
        .actions_suppressor(&by_arn)
        .actions_suppressor_wait_period(Duration::minutes(3))
        .build();
    all.add_alarm_action(&action("x"));
    all.add_ok_action(&action("y"));
    all.add_insufficient_data_action(&action("z"));
    CompositeAlarm::builder(other, "Elsewhere", &AlarmRule::any_of(&[&all, &by_arn]))
        .actions_suppressor(&all)
        .actions_suppressor_extension_period(Duration::seconds(30))
        .build();
    CfnOutput::new(stack, "AllArn", all.alarm_arn());
    CfnOutput::new(stack, "AllName", all.alarm_name());
    let long = format!("Long{}", "name".repeat(60));
    CompositeAlarm::builder(stack, long, &AlarmRule::from_boolean(false)).build();
}
