//! Integrations of HTTP APIs.

mod event_bridge;
mod lambda;
mod service_role;
mod sqs;
mod step_functions;
mod url;

pub use event_bridge::HttpEventBridgeIntegration;
pub use lambda::HttpLambdaIntegration;
pub use sqs::HttpSqsIntegration;
pub use step_functions::HttpStepFunctionsIntegration;
pub use url::HttpUrlIntegration;
