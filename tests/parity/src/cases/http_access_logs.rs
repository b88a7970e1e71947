//! Access logs of HTTP stages: formats and destinations.

use aws_cdk_apigatewayv2::{
    AccessLogField, AccessLogFormat, AccessLogSettings, HttpApi, HttpStage, JsonWithStandardFieldProps,
    LogGroupLogDestination,
};
use aws_cdk_core::{App, RemovalPolicy, Stack};
use aws_cdk_logs::{LogGroup, RetentionDays};
use serde_json::json;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpAccessLogs");
    let api = HttpApi::builder(&stack, "Api").create_default_stage(false).build();
    let logs = LogGroup::builder(&stack, "Logs")
        .retention(RetentionDays::OneWeek)
        .removal_policy(RemovalPolicy::Destroy)
        .build();

    let add = |id: &str, name: &str, settings: AccessLogSettings| {
        HttpStage::builder(&stack, id, &api).stage_name(name).access_log_settings(settings).build();
    };
    add("Default", "default-format", AccessLogSettings::new(LogGroupLogDestination::new(&logs)));

    let json_logs = LogGroup::new(&stack, "JsonLogs");
    let all = JsonWithStandardFieldProps::new();
    let to_json_logs = AccessLogSettings::new(LogGroupLogDestination::new(&json_logs));
    add("Json", "json", to_json_logs.format(AccessLogFormat::json_with_standard_fields(all)));

    let some = all.caller(false).user(false).protocol(false);
    let to_logs = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    add("JsonFields", "json-fields", to_logs.format(AccessLogFormat::json_with_standard_fields(some)));

    let imported = LogGroup::from_log_group_name(&stack, "Imported", "shared-access-logs");
    let format = format!(
        r#"{{"id":{},"ip":{},"status":{},"claims":{}}}"#,
        json!(AccessLogField::context_request_id()),
        json!(AccessLogField::context_identity_source_ip()),
        json!(AccessLogField::context_status()),
        json!(AccessLogField::context_authorizer_claims("sub")),
    );
    let to_imported = AccessLogSettings::new(LogGroupLogDestination::new(&imported));
    add("Custom", "custom", to_imported.format(AccessLogFormat::custom(format)));
}
