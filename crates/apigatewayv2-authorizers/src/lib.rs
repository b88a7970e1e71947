//! Authorizers: who may call the routes of HTTP and WebSocket APIs.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
//! use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer, HttpNoneAuthorizer};
//! use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
//! use aws_cdk_core::{App, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Stack");
//! let readers = HttpJwtAuthorizer::new("Readers", "https://login.example.com", ["books"]);
//! let api = HttpApi::builder(&stack, "Api")
//!     .default_authorizer(readers)
//!     .default_authorization_scopes(["books/read"])
//!     .build();
//! let books = HttpUrlIntegration::new("Books", "https://books.example.com");
//! api.add_routes("/books", &books).build(); // readers
//! api.add_routes("/status", &books).authorizer(HttpNoneAuthorizer::new()).build();
//! api.add_routes("/admin", &books).methods([HttpMethod::Delete]).authorizer(HttpIamAuthorizer::new()).build();
//! ```
//!
//! # Invariant
//! What is bound once for an API is created once, under the API.

mod binding;
mod http;
mod invocation;
mod websocket;

pub use aws_cdk_apigatewayv2::{HttpNoneAuthorizer, WebSocketNoneAuthorizer};
pub use http::{
    HttpIamAuthorizer, HttpJwtAuthorizer, HttpLambdaAuthorizer, HttpLambdaResponseType, HttpUserPoolAuthorizer,
};
pub use websocket::{WebSocketIamAuthorizer, WebSocketLambdaAuthorizer};
