//! Integrations, authorizers, APIs and stages of WebSocket APIs where those of HTTP APIs belong.
//!
//! error: `WebSocketMockIntegration` cannot stand behind a route of an HTTP API
//! error: `WebSocketIamAuthorizer` cannot authorize routes of an HTTP API
//! error: `WebSocketApi` is not an HTTP API
//! error: `WebSocketStage` is not a stage of an HTTP API

use aws_cdk_apigatewayv2::{HttpApi, HttpStage, IHttpStage, WebSocketApi, WebSocketStage};
use aws_cdk_apigatewayv2_authorizers::WebSocketIamAuthorizer;
use aws_cdk_apigatewayv2_integrations::{HttpUrlIntegration, WebSocketMockIntegration};
use aws_cdk_core::{App, Stack};

fn domain_of(_: &impl IHttpStage) {}

fn main() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    let http = HttpApi::new(&stack, "Http");
    http.add_routes("/books", WebSocketMockIntegration::new("Books")).build();
    let books = HttpUrlIntegration::new("Books", "https://books.example.com");
    http.add_routes("/books", books).authorizer(WebSocketIamAuthorizer::new()).build();
    let socket = WebSocketApi::new(&stack, "Socket");
    HttpStage::builder(&stack, "Stage", &socket).build();
    domain_of(&WebSocketStage::builder(&stack, "Live", &socket, "live").build());
}
