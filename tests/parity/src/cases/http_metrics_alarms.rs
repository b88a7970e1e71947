//! The metrics of HTTP APIs and stages, each with an alarm.

use aws_cdk_apigatewayv2::{HttpApi, HttpStage};
use aws_cdk_cloudwatch::{ComparisonOperator, TreatMissingData, Unit};
use aws_cdk_core::{App, Duration, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpMetricsAlarms");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let stage = HttpStage::builder(&stack, "Stage", &api).stage_name("live").build();

    let metrics = [
        ("metricClientError", api.metric_client_error(), stage.metric_client_error()),
        ("metricServerError", api.metric_server_error(), stage.metric_server_error()),
        ("metricDataProcessed", api.metric_data_processed(), stage.metric_data_processed()),
        ("metricCount", api.metric_count(), stage.metric_count()),
        ("metricIntegrationLatency", api.metric_integration_latency(), stage.metric_integration_latency()),
        ("metricLatency", api.metric_latency(), stage.metric_latency()),
    ];
    for (name, of_api, of_stage) in metrics {
        of_api.create_alarm(&stack, format!("Api-{name}")).threshold(1).evaluation_periods(1).build();
        of_stage.create_alarm(&stack, format!("Stage-{name}")).threshold(2.5).evaluation_periods(3).build();
    }
    api.metric("Custom")
        .statistic("p99")
        .period(Duration::minutes(1))
        .create_alarm(&stack, "Custom")
        .threshold(100)
        .evaluation_periods(5)
        .datapoints_to_alarm(3)
        .comparison_operator(ComparisonOperator::GreaterThanThreshold)
        .treat_missing_data(TreatMissingData::NotBreaching)
        .alarm_name("custom-alarm")
        .alarm_description("p99 of a custom metric")
        .actions_enabled(false)
        .build();
    stage
        .metric_latency()
        .statistic("Maximum")
        .label("slowest")
        .unit(Unit::Milliseconds)
        .create_alarm(&stack, "Slowest")
        .threshold(1000)
        .evaluation_periods(2)
        .build();
}
