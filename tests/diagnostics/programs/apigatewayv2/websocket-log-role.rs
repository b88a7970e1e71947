//! A WebSocket API writes logs, for which its account may have no role.

use aws_cdk_apigatewayv2::{AccessLogSettings, LogGroupLogDestination, WebSocketApi, WebSocketStage};
use aws_cdk_core::{App, CfnResource, Stack};
use aws_cdk_logs::LogGroup;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let api = WebSocketApi::new(&stack, "Api");
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    WebSocketStage::builder(&stack, "Live", &api, "live").auto_deploy(true).access_log_settings(settings).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let logs = LogGroup::new(&stack, "Logs");
    let api = WebSocketApi::new(&stack, "Api");
    let settings = AccessLogSettings::new(LogGroupLogDestination::new(&logs));
    WebSocketStage::builder(&stack, "Live", &api, "live").auto_deploy(true).access_log_settings(settings).build();
    let account = CfnResource::builder(&stack, "Account", "AWS::ApiGateway::Account");
    account.property("CloudWatchRoleArn", "arn:aws:iam::111111111111:role/logs").build();
}
