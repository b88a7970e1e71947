//! Private integrations: VPC links, and TLS to what is behind them.
//!
//! Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html>.

use aws_cdk_core::inspection::literal_text;

use crate::model::{Model, Resource};

pub(super) fn check(model: &Model<'_>, integration: Resource<'_>) {
    let connection = integration.text("ConnectionType");
    // Internet is the default.
    let is_public = match integration.get("ConnectionType") {
        None => true,
        Some(kind) => literal_text(kind) == Some("INTERNET"),
    };
    if connection == Some("VPC_LINK") && integration.get("ConnectionId").is_none() {
        let message = "the private integration names no VPC link".to_owned();
        model.error(
            integration,
            "apigatewayv2::private-without-link",
            message,
            "set `connection_id` to the id of a VPC link",
        );
    }
    if let Some(backend) = private_backend(model, integration).filter(|_| is_public) {
        let message = format!("the backend is {backend}, which is reached only through a VPC link");
        let help = "set `connection_type` to `VPC_LINK`, and `connection_id` to the id of a VPC link";
        model.error(integration, "apigatewayv2::private-without-link", message, help);
    }
    let has_name = integration.get_in(&["TlsConfig", "ServerNameToVerify"]).is_some();
    if has_name && is_public {
        let message = "a name to verify is for private integrations; a public backend's certificate is always verified"
            .to_owned();
        model.warning(
            integration,
            "apigatewayv2::tls-name-not-private",
            message,
            "leave the name out, or use a VPC link",
        );
    }
    if connection == Some("VPC_LINK") && !has_name && has_tls_listener(model, integration) {
        let message = "the listener takes HTTPS, but without a name to verify API Gateway speaks HTTP to it".to_owned();
        let help = "set `secure_server_name` (`TlsConfig.ServerNameToVerify`) to a name of the listener's certificate";
        model.error(integration, "apigatewayv2::private-without-tls-name", message, help);
    }
}

/// What only a VPC link reaches: a listener of a load balancer, or a service of Cloud Map.
fn private_backend(model: &Model<'_>, integration: Resource<'_>) -> Option<&'static str> {
    const LISTENER: &str = "a listener of a load balancer";
    const SERVICE: &str = "a service of Cloud Map";
    let uri = integration.text("IntegrationUri").unwrap_or_default();
    if uri.starts_with("arn:") && uri.contains(":elasticloadbalancing:") {
        return Some(LISTENER);
    }
    if uri.starts_with("arn:") && uri.contains(":servicediscovery:") {
        return Some(SERVICE);
    }
    match model.inspection.resource(integration.reference("IntegrationUri")?)?.resource_type() {
        "AWS::ElasticLoadBalancingV2::Listener" => Some(LISTENER),
        "AWS::ServiceDiscovery::Service" => Some(SERVICE),
        _ => None,
    }
}

/// Whether the backend is a listener, made in this app, that speaks TLS.
fn has_tls_listener(model: &Model<'_>, integration: Resource<'_>) -> bool {
    let listener = integration.reference("IntegrationUri").and_then(|id| model.inspection.resource(id));
    listener.and_then(|listener| listener.text("Protocol")).is_some_and(|protocol| ["HTTPS", "TLS"].contains(&protocol))
}
