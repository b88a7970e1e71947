//! An event bus is given an action of another service.

use aws_cdk_apigatewayv2::{HttpApi, HttpIntegrationSubtype};
use aws_cdk_apigatewayv2_integrations::HttpEventBridgeIntegration;
use aws_cdk_core::{App, Stack};
use aws_cdk_events::EventBus;

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let bus = EventBus::new(&stack, "Orders");
    let put = HttpEventBridgeIntegration::new("Put", &bus).subtype(HttpIntegrationSubtype::SqsSendMessage);
    HttpApi::new(&stack, "Api").add_routes("/orders", put).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let bus = EventBus::new(&stack, "Orders");
    let put = HttpEventBridgeIntegration::new("Put", &bus).subtype(HttpIntegrationSubtype::EventBridgePutEvents);
    HttpApi::new(&stack, "Api").add_routes("/orders", put).build();
}
