//! The format of an access log has no id of the request.

use aws_cdk_apigatewayv2::{AccessLogFormat, AccessLogSettings, HttpApi, HttpStageOptions, LogGroupLogDestination};
use aws_cdk_core::{App, Stack};
use aws_cdk_logs::LogGroup;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    let api = HttpApi::new(&stack, "Api");
    let format = AccessLogFormat::custom("$context.identity.sourceIp $context.status");
    api.add_stage(
        "Live",
        HttpStageOptions::new().stage_name("live").auto_deploy(true).access_log_settings(settings.format(format)),
    );
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    let api = HttpApi::new(&stack, "Api");
    let format = AccessLogFormat::custom("$context.identity.sourceIp $context.status $context.requestId");
    api.add_stage(
        "Live",
        HttpStageOptions::new().stage_name("live").auto_deploy(true).access_log_settings(settings.format(format)),
    );
}
