//! Integrations: what can stand behind the routes of HTTP and WebSocket APIs.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
//! use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let api = HttpApi::new(&stack, "Api");
//! api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com"))
//!     .methods([HttpMethod::Get])
//!     .build();
//! ```
//!
//! # Invariant
//! What is bound once for an API is created once, under the first route.

mod http;
mod websocket;

pub use http::{
    HttpAlbIntegration, HttpEventBridgeIntegration, HttpLambdaIntegration, HttpNlbIntegration,
    HttpServiceDiscoveryIntegration, HttpSqsIntegration, HttpStepFunctionsIntegration, HttpUrlIntegration,
};
pub use websocket::{WebSocketAwsIntegration, WebSocketLambdaIntegration, WebSocketMockIntegration};
