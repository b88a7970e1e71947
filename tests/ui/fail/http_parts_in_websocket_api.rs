//! Integrations, authorizers, APIs and stages of HTTP APIs where those of WebSocket APIs belong.
//!
//! error: `HttpUrlIntegration` cannot stand behind a route of a WebSocket API
//! error: `HttpIamAuthorizer` cannot authorize connections to a WebSocket API
//! error: `HttpApi` is not a WebSocket API
//! error: `HttpStage` is not a stage of a WebSocket API

use aws_cdk_apigatewayv2::{HttpApi, HttpStage, UsagePlanPerApiStage, WebSocketApi, WebSocketRouteOptions, WebSocketStage};
use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::{HttpUrlIntegration, WebSocketMockIntegration};
use aws_cdk_core::{App, Stack};

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    let socket = WebSocketApi::new(&stack, "Socket");
    socket.add_route("books", HttpUrlIntegration::new("Books", "https://books.example.com")).build();
    let options = WebSocketRouteOptions::new(WebSocketMockIntegration::new("Connect"));
    options.authorizer(HttpIamAuthorizer::new());
    let http = HttpApi::new(&stack, "Http");
    WebSocketStage::builder(&stack, "Live", &http, "live").build();
    let stage = HttpStage::builder(&stack, "Stage", &http).build();
    UsagePlanPerApiStage::new().stage(&stage);
}
