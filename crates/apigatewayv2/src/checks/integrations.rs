//! Integrations: timeouts, versions of payloads, and what their kinds need.
//!
//! Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integration.html>.

use aws_cdk_core::Json;

use super::{parameter_mapping, private_integrations, service_parameters};
use crate::model::{Api, Model, Protocol, Resource};

pub(super) fn check(model: &Model<'_>, api: &Api<'_>) {
    let protocol = api.protocol();
    for integration in &api.integrations {
        check_timeout(model, protocol, integration);
        if protocol == Some(Protocol::WebSocket) {
            parameter_mapping::check_web_socket(model, integration);
        } else {
            check_payload(model, integration);
            private_integrations::check(model, integration);
            match integration.text("IntegrationSubtype") {
                Some(subtype) => service_parameters::check(model, integration, subtype),
                None => parameter_mapping::check_http(model, integration),
            }
        }
    }
}

/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html> and
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html>.
fn check_timeout(model: &Model<'_>, protocol: Option<Protocol>, integration: Resource<'_>) {
    let (longest, range) = match protocol {
        Some(Protocol::WebSocket) => (29_000, "50 milliseconds to 29 seconds"),
        _ => (30_000, "50 milliseconds to 30 seconds"),
    };
    if let Some(Json::Int(milliseconds)) = integration.get("TimeoutInMillis")
        && !(50..=longest).contains(milliseconds)
    {
        let message = format!("the timeout of {milliseconds} ms is not from {range}");
        let help = "choose a timeout in that range; a longer job is better started by a queue or state machine";
        model.refuse(integration, "apigatewayv2::integration-timeout", message, help);
    }
}

/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>: version 2.0 is for
/// Lambda functions.
fn check_payload(model: &Model<'_>, integration: Resource<'_>) {
    let Some(version) = integration.text("PayloadFormatVersion") else { return };
    let is_function =
        integration.text("IntegrationType") == Some("AWS_PROXY") && integration.get("IntegrationSubtype").is_none();
    let help = match (version, integration.text("IntegrationType")) {
        ("1.0", _) | (_, None) => return,
        ("2.0", _) if is_function => return,
        ("2.0", _) => "use the version 1.0: 2.0 is for Lambda functions",
        _ => "use the version 1.0, or 2.0 for a Lambda function",
    };
    let message = format!("the payload version `{version}` does not fit this kind of integration");
    // AWS may add versions, but none to what has one.
    if version == "2.0" {
        model.error(integration, "apigatewayv2::payload-version", message, help);
    } else {
        model.warning(integration, "apigatewayv2::payload-version", message, help);
    }
}
