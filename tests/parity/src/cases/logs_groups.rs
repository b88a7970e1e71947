//! Log groups: options, streams, filters, grants, resource policies, metrics, imports.

use aws_cdk_cloudwatch::Unit;
use aws_cdk_core::{App, CfnOutput, CfnParameter, Environment, Node, RemovalPolicy, Stack, Value, cfn_json};
use aws_cdk_iam::{
    AccountPrincipal, AnyPrincipal, ArnPrincipal, IResourceWithPolicy, PolicyStatement, Role, ServicePrincipal,
};
use aws_cdk_kms::Key;
use aws_cdk_logs::{
    Comparison, FilterPattern, ILogGroup, ILogStream, ILogSubscriptionDestination, ImportedLogGroup, LogGroup,
    LogGroupClass, LogStream, LogSubscriptionDestinationConfig, MetricFilter, ResourcePolicy, RetentionDays,
};

struct Destination(LogSubscriptionDestinationConfig);

impl ILogSubscriptionDestination for Destination {
    fn bind(&self, _: &Node, _: &dyn ILogGroup) -> LogSubscriptionDestinationConfig {
        self.0.clone()
    }
}

fn service(name: &str) -> ServicePrincipal {
    ServicePrincipal::new(name)
}

pub(super) fn build(app: &App) {
    let env = Environment::new().account("111111111111").region("eu-west-1");
    let stack = Stack::builder(app, "LogGroups").env(env).build();
    let agnostic = Stack::new(app, "Agnostic");
    let name: Value<String> = CfnParameter::new(&stack, "Name").value_as_string().into();
    let key = Key::new(&stack, "Key");
    LogGroup::builder(&stack, "Infinite")
        .retention(RetentionDays::Infinite)
        .log_group_class(LogGroupClass::InfrequentAccess)
        .deletion_protection_enabled(true)
        .build();
    LogGroup::builder(&stack, "Delivery").log_group_class(LogGroupClass::Delivery).encryption_key(&key).build();
    LogGroup::builder(&stack, "Standard")
        .log_group_class(LogGroupClass::Standard)
        .log_group_name(name.clone())
        .removal_policy(RemovalPolicy::RetainOnUpdateOrDelete)
        .build();
    let own = LogGroup::builder(&stack, "Own").log_group_name("own").build();
    let plain = LogGroup::new(&agnostic, "Plain");
    let by_name = LogGroup::from_log_group_name(&stack, "ByName", "by-name");
    let arn = "arn:aws:logs:us-east-1:999999999999:log-group:/by/arn:*";
    let by_arn = LogGroup::from_log_group_arn(&stack, "ByArn", arn);

    own.add_stream("Stream").build();
    own.add_stream("NamedStream").log_stream_name("named").build();
    by_name.add_stream("ImportedStream").build();
    let stream = LogStream::builder(&stack, "OwnStream", &own).removal_policy(RemovalPolicy::Destroy).build();
    CfnOutput::new(&stack, "StreamName", stream.log_stream_name());
    let old = LogStream::from_log_stream_name(&stack, "OldStream", "old");
    CfnOutput::new(&stack, "OldStreamName", old.log_stream_name());

    filters(&stack, &own, &by_name, &by_arn);
    let role = Role::builder(&stack, "Role", service("lambda.amazonaws.com")).build();
    let config = LogSubscriptionDestinationConfig::new("arn:aws:kinesis:eu-west-1:111111111111:stream/s").role(&role);
    let kinesis = Destination(config);
    own.add_subscription_filter("Subscription", &kinesis, FilterPattern::all_terms(["x"])).filter_name("sub").build();
    let other = Destination(LogSubscriptionDestinationConfig::new(&name));
    by_name.add_subscription_filter("Plain", &other, FilterPattern::all_events()).build();

    let groups: [(&str, &dyn ILogGroup); 3] = [("Own", &own), ("ByName", &by_name), ("ByArn", &by_arn)];
    for (id, group) in groups {
        let user = Role::builder(&stack, format!("{id}User"), service("lambda.amazonaws.com")).build();
        group.grant_write(&user);
        group.grant_read(&user);
        group.grant(&user, &["logs:DeleteLogStream"]);
        CfnOutput::new(&stack, format!("{id}Arn"), group.log_group_arn());
        CfnOutput::new(&stack, format!("{id}Name"), group.log_group_name());
    }
    plain.grant_write(&service("es.amazonaws.com"));
    plain.grant_read(&Role::builder(&agnostic, "Reader", service("lambda.amazonaws.com")).build());
    own.grant_read(&service("es.amazonaws.com"));
    own.grant_write(&ArnPrincipal::new("arn:aws:iam::222222222222:role/writer"));
    own.grant(&AccountPrincipal::new("333333333333"), &["logs:PutLogEvents"]);
    let statement = PolicyStatement::new().sid("s").actions(["logs:PutLogEvents"]).resources([own.log_group_arn()]);
    let statement = statement.principal(&AnyPrincipal::new());
    own.add_to_resource_policy(statement.condition("StringEquals", cfn_json!({ "a": &name })));
    by_arn.grant_write(&service("es.amazonaws.com"));
    let policy = ResourcePolicy::with_name(&stack, "Policy", "named");
    let statement =
        PolicyStatement::new().actions(["logs:CreateLogStream", "logs:PutLogEvents"]).resources(["*"]);
    policy.add_statements([statement.principal(&service("es.amazonaws.com")).principal(&role)]);
}

fn patterns() -> Vec<FilterPattern> {
    let number = |field, comparison, value: f64| FilterPattern::number_value(field, comparison, value);
    let either = FilterPattern::exists("$.c").or(number("$.d", Comparison::LessThan, 2.0));
    vec![
        FilterPattern::literal("[a, b]"),
        FilterPattern::all_events(),
        FilterPattern::all_terms(["a", "b \"c\" \\"]),
        FilterPattern::any_term(["a", "b"]),
        FilterPattern::any_term_group([vec!["a", "b"], vec!["c"]]),
        FilterPattern::any_term_group([["a", "b"]]),
        FilterPattern::string_value("$.a", Comparison::NotEqual, "x*").into(),
        number("$.a", Comparison::GreaterThanOrEqual, 1.5).into(),
        FilterPattern::regex_value("$.a", Comparison::Equal, "x.y").into(),
        FilterPattern::is_null("$.a").into(),
        FilterPattern::not_exists("$.a").into(),
        FilterPattern::exists("$.a").into(),
        FilterPattern::boolean_value("$.a", true).into(),
        FilterPattern::boolean_value("$.a", false).into(),
        FilterPattern::exists("$.a").and_all([FilterPattern::is_null("$.b"), either]).into(),
        FilterPattern::exists("$.a").or_any([]).into(),
    ]
}

fn filters(stack: &Stack, own: &LogGroup, by_name: &ImportedLogGroup, by_arn: &ImportedLogGroup) {
    for (index, pattern) in patterns().into_iter().enumerate() {
        own.add_metric_filter(format!("Pattern{index}"), "Own", format!("m{index}")).filter_pattern(pattern).build();
    }
    let filter = MetricFilter::builder(stack, "Filter", by_arn, "Own", "x")
        .filter_pattern(FilterPattern::exists("$.x"))
        .filter_name("filter")
        .metric_value("$.x")
        .unit(Unit::Milliseconds)
        .apply_on_transformed_logs(true)
        .dimension("A", "$.a")
        .dimension("B", "$.b")
        .build();
    MetricFilter::builder(stack, "Default", own, "Own", "y").default_value(0).build();
    let metrics = [
        filter.metric(),
        filter.metric().statistic("max"),
        own.extract_metric("$.latency", "Own", "Latency"),
        own.metric_incoming_bytes(),
        by_name.metric_incoming_log_events(),
        own.metric("Other"),
    ];
    for (index, metric) in metrics.iter().enumerate() {
        metric.create_alarm(stack, format!("Alarm{index}")).threshold(1).evaluation_periods(1).build();
    }
}
