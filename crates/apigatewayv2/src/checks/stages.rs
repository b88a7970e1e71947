//! Stages: throttles that refuse everything, stages without a deployment, logs that cannot be written, names and variables.
//!
//! Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-stage.html>,
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html> and
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html>.

use aws_cdk_core::Json;
use aws_cdk_core::inspection::{entry, literal_text};

use crate::common::AccessLogField;
use crate::model::{Api, Model, Protocol, Resource};

/// The most variables of a stage, and the longest names and values, in characters.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html>.
const MOST_VARIABLES: usize = 100;
const LONGEST_NAME: usize = 64;
const LONGEST_VALUE: usize = 512;

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    for stage in &api.stages {
        check_name(model, api, stage);
        check_throttle(model, stage, stage.get("DefaultRouteSettings"), "");
        for (route, settings) in stage.entries_of("RouteSettings") {
            check_throttle(model, stage, Some(settings), &format!(" for the route `{route}`"));
        }
        check_deployment(model, api, stage);
        check_logs(model, api, stage);
        check_variables(model, stage);
    }
}

fn check_name(model: &Model<'_>, api: &Api<'_>, stage: Resource<'_>) {
    let Some(name) = stage.text("StageName") else { return };
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    let is_name = (1..=128).contains(&name.len()) && name.chars().all(is_plain);
    let takes_default = api.protocol() != Some(Protocol::WebSocket);
    if !is_name && (name != "$default" || !takes_default) {
        let default = if takes_default { ", or `$default`" } else { "" };
        let message = format!("`{name}` is not a name of a stage");
        let help = format!("use 1 to 128 letters, digits, `-` and `_`{default}");
        model.error(stage, "apigatewayv2::stage-name", message, &help);
    }
}

fn check_throttle(model: &Model<'_>, stage: Resource<'_>, settings: Option<&Json>, of: &str) {
    let Some(settings) = settings else { return };
    let number = |name| match entry(settings, name) {
        Some(Json::Int(number)) => Some(*number as f64),
        Some(Json::Float(number)) => Some(*number),
        _ => None,
    };
    let (rate, burst) = (number("ThrottlingRateLimit"), number("ThrottlingBurstLimit"));
    for (what, limit) in [("rate", rate), ("burst", burst)] {
        if limit.is_some_and(|limit| limit <= 0.0) {
            let message = format!("the {what} limit{of} is 0, so that all requests are refused");
            let help = "raise it, or acknowledge this warning if the stage is to refuse everything";
            model.warning(stage, "apigatewayv2::throttle-zero", message, help);
        }
    }
    if burst.is_some() && entry(settings, "ThrottlingRateLimit").is_none() {
        let message = format!("the throttle{of} has a burst limit but no rate limit");
        let help = "set `rate_limit` too: without one the account's rate refills the burst";
        model.warning(stage, "apigatewayv2::throttle-without-rate", message, help);
    }
}

/// A stage that deploys nothing by itself shows what was deployed to it, or nothing.
fn check_deployment(model: &Model<'_>, api: &Api<'_>, stage: Resource<'_>) {
    let deploys = match stage.get("AutoDeploy") {
        None => Some(false),
        Some(Json::Bool(flag)) => Some(*flag),
        Some(_) => None,
    };
    let names_stage = |deployment: &&Resource<'_>| {
        let name = deployment.get("StageName");
        name.is_some_and(|name| literal_text(name).is_none() || literal_text(name) == stage.text("StageName"))
    };
    if deploys != Some(false)
        || stage.get("DeploymentId").is_some()
        || api.deployments.iter().any(|it| names_stage(&it))
    {
        return;
    }
    let name = stage.text("StageName").map(|name| format!(" `{name}`")).unwrap_or_default();
    let message =
        format!("nothing is deployed to the stage{name}: it does not deploy by itself, and has no deployment");
    let help = "set `auto_deploy(true)`, or make a `CfnDeployment` of the API for it";
    model.warning(stage, "apigatewayv2::stage-not-deployed", message, help);
}

fn check_logs(model: &Model<'_>, api: &Api<'_>, stage: Resource<'_>) {
    let format = stage.get_in(&["AccessLogSettings", "Format"]).and_then(literal_text);
    if format.is_some_and(|format| !has_request_id(format)) {
        let message = "the access log format has no id of the request".to_owned();
        let help = "add `AccessLogField::context_request_id()` or `AccessLogField::context_extended_request_id()`";
        model.refuse(stage, "apigatewayv2::access-log-format", message, help);
    }
    if api.protocol() == Some(Protocol::WebSocket) && writes_logs(stage) && !account_has_role(model) {
        let message = "the stage writes logs, for which the account's settings of API Gateway need a role".to_owned();
        let help = "make a `CfnAccount` (`AWS::ApiGateway::Account`) with a role that may write logs, or acknowledge this warning where \
                    the account has one";
        model.warning(stage, "apigatewayv2::websocket-log-role", message, help);
    }
}

/// Whether a format has one of the two ids of a request, of which API Gateway demands one.
fn has_request_id(format: &str) -> bool {
    let ids = [AccessLogField::context_request_id(), AccessLogField::context_extended_request_id()];
    let is_part_of_name = |text: &str| text.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
    ids.iter().any(|id| format.split(id).skip(1).any(|rest| !is_part_of_name(rest)))
}

/// WebSocket APIs write all logs with the account's role; HTTP APIs write theirs themselves.
fn writes_logs(stage: Resource<'_>) -> bool {
    let logs = |settings: &Json| {
        let level = entry(settings, "LoggingLevel").and_then(literal_text);
        level.is_some_and(|level| level != "OFF")
            || matches!(entry(settings, "DataTraceEnabled"), Some(Json::Bool(true)))
    };
    stage.get_in(&["AccessLogSettings", "DestinationArn"]).is_some()
        || stage.get("DefaultRouteSettings").is_some_and(logs)
        || stage.entries_of("RouteSettings").any(|(_, settings)| logs(settings))
}

fn account_has_role(model: &Model<'_>) -> bool {
    model.inspection.resources("AWS::ApiGateway::Account").any(|account| account.get("CloudWatchRoleArn").is_some())
}

fn check_variables(model: &Model<'_>, stage: Resource<'_>) {
    let variables: Vec<_> = stage.entries_of("StageVariables").collect();
    if variables.len() > MOST_VARIABLES {
        let message = format!("the stage has {} variables, and API Gateway takes {MOST_VARIABLES}", variables.len());
        model.error(stage, "apigatewayv2::stage-variable", message, "keep what is alike in one, or in Parameter Store");
    }
    for (name, value) in variables {
        let is_plain = |character: char| character.is_ascii_alphanumeric() || character == '_';
        if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(is_plain) {
            let message = format!("`{name}` is not a name of a stage variable");
            let help = format!("use up to {LONGEST_NAME} letters, digits and `_`");
            model.error(stage, "apigatewayv2::stage-variable", message, &help);
        }
        let Some(text) = literal_text(value) else { continue };
        let may_stand = |character: char| character.is_ascii_alphanumeric() || "-._~:/?#&=,".contains(character);
        if text.chars().count() > LONGEST_VALUE || !text.chars().all(may_stand) {
            let message =
                format!("the value of the stage variable `{name}` has characters that it cannot have, or too many");
            let help = format!("use up to {LONGEST_VALUE} letters, digits and `-._~:/?#&=,`");
            model.error(stage, "apigatewayv2::stage-variable", message, &help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_the_request_is_a_whole_name() {
        assert!(has_request_id("$context.requestId"));
        assert!(has_request_id("$context.requestIds $context.extendedRequestId,"));
        assert!(!has_request_id(""));
        assert!(!has_request_id("context.requestId"));
        assert!(!has_request_id("$context.requestId2 $context.requestId_ $context.requestTime"));
    }
}
