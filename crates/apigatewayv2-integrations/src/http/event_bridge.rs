//! Amazon EventBridge behind a route.

use aws_cdk_apigatewayv2::{
    HttpConnectionType, HttpIntegrationBinding, HttpIntegrationSubtype, HttpIntegrationType, HttpRouteIntegration,
    HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::Diagnostic;
use aws_cdk_interfaces::events::EventBusReference;

use super::service_role::service_role;

/// Sends events to an event bus, with a role that is made for it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, ParameterMapping};
/// use aws_cdk_apigatewayv2_integrations::HttpEventBridgeIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_events::EventBus;
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let bus = EventBus::new(&stack, "Bus");
/// let api = HttpApi::new(&stack, "Api");
/// // The body is `{ "Detail": "…", "DetailType": "…", "Source": "…" }`.
/// api.add_routes("/events", HttpEventBridgeIntegration::new("Events", &bus)).methods([HttpMethod::Post]).build();
///
/// let orders = HttpEventBridgeIntegration::new("Orders", &bus).parameter_mapping(
///     ParameterMapping::new()
///         .custom("Source", "shop")
///         .custom("DetailType", "Order")
///         .custom("Detail", "$request.body"), // the name of the event bus is added
/// );
/// api.add_routes("/orders", orders).methods([HttpMethod::Post]).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpEventBridgeIntegration {
    binding: HttpIntegrationBinding,
    event_bus: EventBusReference,
    subtype: HttpIntegrationSubtype,
    parameter_mapping: Option<ParameterMapping>,
}

impl HttpEventBridgeIntegration {
    /// An integration with an event bus: the event bus itself, or what `event_bus_ref` gives.
    pub fn new(id: impl Into<String>, event_bus: impl Into<EventBusReference>) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            event_bus: event_bus.into(),
            subtype: HttpIntegrationSubtype::EventBridgePutEvents,
            parameter_mapping: None,
        }
    }

    /// The action. Default: [`HttpIntegrationSubtype::EventBridgePutEvents`]. Errors, when it is bound:
    /// `apigatewayv2::integration-subtype`; one that AWS added later needs a parameter mapping.
    pub fn subtype(mut self, value: HttpIntegrationSubtype) -> Self {
        self.subtype = value;
        self
    }

    /// What events are made of; the name of the event bus is added if it is not there. Default: `Detail`, `DetailType` and
    /// `Source` from the fields of the same name of the request's body.
    pub fn parameter_mapping(mut self, value: ParameterMapping) -> Self {
        self.parameter_mapping = Some(value);
        self
    }

    fn problem(&self) -> Option<&'static str> {
        if !self.subtype.as_str().starts_with("EventBridge-") {
            return Some("it is not an action of EventBridge");
        }
        let has_default = self.subtype == HttpIntegrationSubtype::EventBridgePutEvents;
        (self.parameter_mapping.is_none() && !has_default).then_some("it has no default parameter mapping")
    }
}

impl HttpRouteIntegration for HttpEventBridgeIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    #[track_caller]
    fn bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        if let Some(problem) = self.problem() {
            options.scope.report(
                Diagnostic::error(
                    "apigatewayv2::integration-subtype",
                    format!("`{}` cannot be used: {problem}", self.subtype.as_str()),
                )
                .help("use `HttpIntegrationSubtype::EventBridgePutEvents`, or give a `parameter_mapping`"),
            );
        }
        let EventBusReference { event_bus_arn, event_bus_name } = self.event_bus.clone();
        let credentials = service_role(options, "AllowEventBridgePutEvents", "events:PutEvents", event_bus_arn);
        let mut mapping = self.parameter_mapping.clone().unwrap_or_else(|| {
            ParameterMapping::new()
                .custom("Detail", "$request.body.Detail")
                .custom("DetailType", "$request.body.DetailType")
                .custom("Source", "$request.body.Source")
        });
        if !mapping.mappings().keys().any(|key| key == "EventBusName") {
            mapping = mapping.custom("EventBusName", event_bus_name);
        }
        HttpRouteIntegrationConfig::new(HttpIntegrationType::AwsProxy)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0)
            .integration_subtype(self.subtype.clone())
            .credentials(credentials)
            .connection_type(HttpConnectionType::Internet)
            .parameter_mapping(mapping)
    }
}
