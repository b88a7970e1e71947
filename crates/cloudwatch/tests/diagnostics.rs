//! What metrics and alarms say of mistakes.

use aws_cdk_cloudwatch::{
    Alarm, AlarmActionConfig, AlarmRule, AlarmState, AnomalyDetectionAlarm, AtLeastOptions, AtLeastThreshold,
    ComparisonOperator, CompositeAlarm, IAlarm, IAlarmAction, IMetric, MathExpression, Metric, SearchExpression, Stats,
};
use aws_cdk_core::{App, Duration, Environment, Node, Stack};

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::new();
    let env = Environment::new().account("111111111111").region("eu-west-1");
    build(&Stack::builder(&app, "Stack").env(env).build());
    let diagnostics = app.diagnostics();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("diagnostics.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().replace("cloudwatch::", "")).collect()
}

fn metric() -> Metric {
    Metric::new("Own", "m")
}

fn alarm(stack: &Stack, id: &str, metric: impl IMetric + 'static) -> Alarm {
    Alarm::builder(stack, id, metric).threshold(1).evaluation_periods(1).build()
}

#[test]
fn a_metric_has_a_period_that_cloudwatch_knows() {
    let found = codes(|stack| {
        alarm(stack, "A", metric().period(Duration::seconds(7)));
        alarm(stack, "B", metric().period(Duration::millis(1)));
        alarm(stack, "C", metric().period(Duration::seconds(30)));
    });
    assert_eq!(found, ["metric-period", "metric-period"]);
}

#[test]
fn a_metric_has_thirty_short_dimensions_at_most() {
    let found = codes(|stack| {
        alarm(stack, "Many", metric().dimensions_map((0..31).map(|number| (number.to_string(), "x"))));
        alarm(stack, "Long", metric().dimension("d", "x".repeat(256)));
        alarm(stack, "Empty", metric().dimension("", "x"));
        alarm(stack, "Fits", metric().dimension("d", "x".repeat(255)));
    });
    assert_eq!(found, ["dimensions"; 3]);
}

#[test]
fn a_statistic_is_known() {
    let found = codes(|stack| {
        alarm(stack, "Percentage", metric().statistic(Stats::p(101)));
        alarm(stack, "Unknown", metric().statistic("median"));
        alarm(stack, "Known", metric().statistic("p99"));
    });
    assert_eq!(found, ["percentage", "unknown-statistic"]);
}

#[test]
fn an_expression_has_a_metric_for_each_name() {
    let found = codes(|stack| {
        let minute = metric().period(Duration::minutes(1));
        alarm(stack, "Replaced", MathExpression::new("a").using_metric("a", minute));
        alarm(stack, "Unknown", MathExpression::new("a + b + 'c'").using_metric("a", metric()));
        alarm(stack, "Insight", MathExpression::new("INSIGHT_RULE_METRIC(rule)"));
        alarm(stack, "Name", MathExpression::new("A").using_metric("A", metric()));
    });
    assert_eq!(found, ["metric-period-replaced", "unknown-identifier", "variable-name"]);
}

#[test]
fn an_expression_of_an_alarm_does_not_search() {
    let found = codes(|stack| {
        alarm(stack, "Search", SearchExpression::new("SEARCH('{Own} m', 'Sum')"));
        alarm(stack, "Elsewhere", MathExpression::new("a").using_metric("a", metric()).search_region("us-east-1"));
    });
    assert_eq!(found, ["search-expression", "alarm-search"]);
}

#[test]
fn an_expression_has_ten_metrics_with_names_of_their_own_at_most() {
    let found = codes(|stack| {
        let names = (0..11).map(|number| format!("m{number}"));
        let many =
            names.fold(MathExpression::new("m0"), |all, name| all.using_metric(name.clone(), Metric::new("Own", name)));
        alarm(stack, "Many", many);
        let inner = MathExpression::new("a").using_metric("a", Metric::new("Own", "other"));
        alarm(stack, "Twice", MathExpression::new("a + b").using_metric("a", metric()).using_metric("b", inner));
    });
    assert_eq!(found, ["too-many-metrics", "duplicate-metric-id"]);
}

#[test]
fn an_alarm_is_in_the_region_of_its_metric() {
    let found = codes(|stack| {
        alarm(stack, "Elsewhere", metric().region("us-east-1"));
        alarm(stack, "Math", MathExpression::new("a").using_metric("a", metric().region("us-east-1")));
        alarm(stack, "Here", metric().region("eu-west-1"));
    });
    assert_eq!(found, ["alarm-region", "alarm-region"]);
}

#[test]
fn an_alarm_compares_with_what_it_has() {
    let found = codes(|stack| {
        Alarm::builder(stack, "Nothing", metric()).evaluation_periods(1).build();
        let band = || Metric::anomaly_detection_for(metric());
        alarm(stack, "Band", band());
        let above = ComparisonOperator::GreaterThanUpperThreshold;
        let builder = |id, metric| Alarm::builder(stack, id, metric).evaluation_periods(1);
        builder("Number", MathExpression::new("1")).comparison_operator(above.clone()).build();
        builder("Both", band()).comparison_operator(above.clone()).threshold(3).build();
        builder("Narrow", Metric::anomaly_detection_with(metric(), 0)).comparison_operator(above).build();
        let operator = ComparisonOperator::LessThanThreshold;
        AnomalyDetectionAlarm::builder(stack, "Fixed", metric())
            .comparison_operator(operator)
            .evaluation_periods(1)
            .build();
    });
    let expected = [
        "no-threshold",
        "anomaly-detection",
        "anomaly-detection",
        "threshold-ignored",
        "standard-deviations",
        "anomaly-detection",
    ];
    assert_eq!(found, expected);
}

struct Reboot;

impl IAlarmAction for Reboot {
    fn bind(&self, _: &Node, _: &dyn IAlarm) -> AlarmActionConfig {
        AlarmActionConfig::new("arn:aws:automate:eu-west-1:ec2:reboot")
    }
}

#[test]
fn an_instance_is_rebooted_for_its_own_metric() {
    let found = codes(|stack| {
        alarm(stack, "Any", metric()).add_alarm_action(&Reboot);
        alarm(stack, "Instance", metric().dimension("InstanceId", "i-1")).add_alarm_action(&Reboot);
    });
    assert_eq!(found, ["instance-metric"]);
}

#[test]
fn an_imported_alarm_has_an_arn() {
    let found = codes(|stack| {
        Alarm::from_alarm_arn(stack, "NoArn", "alarm");
        CompositeAlarm::from_composite_alarm_arn(stack, "NoName", "arn:aws:cloudwatch:eu-west-1:111111111111:alarm");
    });
    assert_eq!(found, ["invalid-arn", "invalid-arn"]);
}

#[test]
fn a_rule_has_operands_and_fits() {
    let found = codes(|stack| {
        let alarm = alarm(stack, "Alarm", metric());
        CompositeAlarm::builder(stack, "Empty", &AlarmRule::not(&AlarmRule::all_of(&[]))).build();
        CompositeAlarm::builder(stack, "Long", &AlarmRule::from_string("x".repeat(10_241))).build();
        for (id, threshold) in [
            ("Zero", AtLeastThreshold::count(0)),
            ("Two", AtLeastThreshold::count(2)),
            ("Percent", AtLeastThreshold::percentage(101)),
            ("One", AtLeastThreshold::count(1)),
        ] {
            let options = AtLeastOptions::new(&[&alarm], threshold);
            CompositeAlarm::builder(stack, id, &AlarmRule::at_least(AlarmState::Ok, options)).build();
        }
    });
    assert_eq!(found, ["empty-alarm-rule", "long-alarm-rule", "at-least", "at-least", "at-least"]);
}

#[test]
fn a_suppressor_has_whole_seconds() {
    let found = codes(|stack| {
        let alarm = alarm(stack, "Alarm", metric());
        let minute = Duration::minutes(1);
        CompositeAlarm::builder(stack, "None", &alarm).actions_suppressor_wait_period(minute).build();
        CompositeAlarm::builder(stack, "Millis", &alarm)
            .actions_suppressor(&alarm)
            .actions_suppressor_extension_period(Duration::millis(1))
            .build();
    });
    assert_eq!(found, ["no-suppressor", "suppressor-period"]);
}
