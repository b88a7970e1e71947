//! The parameters of integrations with actions of AWS services.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html>.

use aws_cdk_core::inspection::{entries, literal_text};

use super::parameter_mapping::check_request_value;
use crate::model::{Model, Resource};

/// An action: its name, the parameters that it needs, and those that it can have besides `Region`.
struct Action(&'static str, &'static [&'static str], &'static [&'static str]);

const ACTIONS: [Action; 10] = [
    Action(
        "EventBridge-PutEvents",
        &["Detail", "DetailType", "Source"],
        &["Time", "EventBusName", "Resources", "TraceHeader"],
    ),
    Action(
        "SQS-SendMessage",
        &["QueueUrl", "MessageBody"],
        &["DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes"],
    ),
    Action(
        "SQS-ReceiveMessage",
        &["QueueUrl"],
        &[
            "AttributeNames",
            "AttributeName",
            "MaxNumberOfMessages",
            "MessageAttributeNames",
            "ReceiveRequestAttemptId",
            "VisibilityTimeout",
            "WaitTimeSeconds",
        ],
    ),
    Action("SQS-DeleteMessage", &["ReceiptHandle", "QueueUrl"], &[]),
    Action("SQS-PurgeQueue", &["QueueUrl"], &[]),
    Action(
        "AppConfig-GetConfiguration",
        &["Application", "Environment", "Configuration", "ClientId"],
        &["ClientConfigurationVersion"],
    ),
    Action(
        "Kinesis-PutRecord",
        &["StreamName", "Data", "PartitionKey"],
        &["SequenceNumberForOrdering", "ExplicitHashKey"],
    ),
    Action("StepFunctions-StartExecution", &["StateMachineArn"], &["Name", "Input", "TraceHeader"]),
    Action("StepFunctions-StartSyncExecution", &["StateMachineArn"], &["Name", "Input", "TraceHeader"]),
    Action("StepFunctions-StopExecution", &["ExecutionArn"], &["Cause", "Error"]),
];

pub(super) fn check(model: &Model<'_>, integration: Resource<'_>, subtype: &str) {
    let Some(Action(_, required, optional)) = ACTIONS.iter().find(|Action(name, _, _)| *name == subtype) else {
        return;
    };
    let parameters = match integration.get("RequestParameters") {
        Some(aws_cdk_core::Json::Token(_)) => return,
        Some(parameters) => entries(parameters).collect(),
        None => Vec::new(),
    };
    for name in required.iter().filter(|name| parameters.iter().all(|(known, _)| known != *name)) {
        let message = format!("the action `{subtype}` needs the parameter `{name}`");
        let help = format!("map it: `ParameterMapping::new().custom(\"{name}\", ..)`");
        model.warning(integration, "apigatewayv2::service-parameter", message, &help);
    }
    for (name, value) in &parameters {
        let known = required.iter().chain(*optional).any(|known| known == name) || *name == "Region";
        if !known {
            let message = format!("the action `{subtype}` has no parameter `{name}`");
            let names: Vec<String> = required.iter().chain(*optional).map(|name| format!("`{name}`")).collect();
            let help = format!("its parameters are {}, `Region`", names.join(", "));
            model.warning(integration, "apigatewayv2::service-parameter", message, &help);
        }
        if let Some(text) = literal_text(value) {
            check_request_value(model, integration, name, text);
        }
    }
}
