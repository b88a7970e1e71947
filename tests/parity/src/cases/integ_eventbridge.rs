//! EventBridge behind routes: a new bus, an unnamed one, the default one; mappings without and with the bus's name.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype, HttpMethod, ParameterMapping};
use aws_cdk_apigatewayv2_integrations::HttpEventBridgeIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_events::{EventBus, IEventBus};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "IntegEventBridge");
    let bus = EventBus::builder(&stack, "Bus").event_bus_name("orders").build();
    let unnamed = EventBus::builder(&stack, "Unnamed").description("no name given").build();
    let imported = EventBus::from_event_bus_name(&stack, "Imported", "default");
    let api = HttpApi::new(&stack, "Api");
    let post = [HttpMethod::Post];

    let plain = HttpEventBridgeIntegration::new("Plain", bus.event_bus_ref());
    api.add_routes("/default", plain).methods(post).build();
    let mapping = ParameterMapping::new()
        .custom("Source", "my.app")
        .custom("DetailType", "Order")
        .custom("Detail", "$request.body")
        .custom("Resources", "$context.apiId");
    let mapped = HttpEventBridgeIntegration::new("Mapped", &unnamed)
        .subtype(HttpIntegrationSubtype::EventBridgePutEvents)
        .parameter_mapping(mapping);
    api.add_routes("/mapped", mapped).methods(post).build();
    let mapping = ParameterMapping::new()
        .custom("EventBusName", "given")
        .custom("Detail", "$request.body")
        .custom("DetailType", "t")
        .custom("Source", "s");
    let named = HttpEventBridgeIntegration::new("Named", &imported).parameter_mapping(mapping);
    api.add_routes("/named", named).methods(post).build();
}
