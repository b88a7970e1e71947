//! Stages of a WebSocket API: every option, access logs, domain mappings, grants, metrics.

use aws_cdk_apigatewayv2::{
    AccessLogFormat, AccessLogSettings, DomainMappingOptions, DomainName, IStage,
    LogGroupLogDestination, ThrottleSettings, WebSocketApi, WebSocketStage, WebSocketStageAttributes,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};
use aws_cdk_logs::LogGroup;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "WsStages");
    let api = WebSocketApi::new(&stack, "Api");
    let logs = LogGroup::new(&stack, "Logs");
    let arn = "arn:aws:acm:us-east-1:111111111111:certificate/ws";
    let certificate = Certificate::from_certificate_arn(&stack, "Cert", arn);
    let domain = DomainName::builder(&stack, "Domain", "ws.example.com", &certificate).build();
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("lambda.amazonaws.com")).build();
    let to_logs = || AccessLogSettings::new(LogGroupLogDestination::new(&logs));

    let full = WebSocketStage::builder(&stack, "Full", &api, "full")
        .auto_deploy(true)
        .description("everything")
        .throttle(ThrottleSettings::new().rate_limit(10).burst_limit(20))
        .detailed_metrics_enabled(true)
        .stage_variable("one", "1")
        .access_log_settings(to_logs())
        .domain_mapping(DomainMappingOptions::new(&domain).mapping_key("ws"))
        .build();
    full.add_stage_variable("two", "2");
    let format = AccessLogFormat::custom("$context.extendedRequestId $context.eventType");
    WebSocketStage::builder(&stack, "Formatted", &api, "formatted")
        .detailed_metrics_enabled(true)
        .access_log_settings(to_logs().format(format))
        .build();
    WebSocketStage::builder(&stack, "Mapped", &api, "mapped")
        .domain_mapping(DomainMappingOptions::new(&domain))
        .build();
    let bare = WebSocketStage::builder(&stack, "Bare", &api, "bare").auto_deploy(false).build();

    full.grant_management_api_access(&role);
    bare.grant_management_api_access(&role);
    let attributes = WebSocketStageAttributes::new(&api, "old");
    let imported = WebSocketStage::from_web_socket_stage_attributes(&stack, "Imported", attributes);
    let connections = imported.metric("ConnectCount").statistic("Sum");
    connections.create_alarm(&stack, "Alarm").threshold(1).evaluation_periods(1).build();
    api.metric("MessageCount").create_alarm(&stack, "ApiAlarm").threshold(1).evaluation_periods(1).build();

    CfnOutput::new(&stack, "Url", full.url());
    CfnOutput::new(&stack, "CallbackUrl", full.callback_url());
}
