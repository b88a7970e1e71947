//! Authorizers of WebSocket APIs.

mod iam;
mod lambda;

pub use iam::WebSocketIamAuthorizer;
pub use lambda::WebSocketLambdaAuthorizer;
