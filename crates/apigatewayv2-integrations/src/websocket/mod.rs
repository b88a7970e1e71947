//! Integrations of WebSocket APIs.

mod aws;
mod lambda;
mod mock;

pub use aws::WebSocketAwsIntegration;
pub use lambda::WebSocketLambdaIntegration;
pub use mock::WebSocketMockIntegration;
