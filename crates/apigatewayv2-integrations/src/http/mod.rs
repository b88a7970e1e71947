//! Integrations of HTTP APIs.

mod alb;
mod event_bridge;
mod lambda;
mod nlb;
mod private;
mod service_discovery;
mod service_role;
mod sqs;
mod step_functions;
mod url;

pub use alb::HttpAlbIntegration;
pub use event_bridge::HttpEventBridgeIntegration;
pub use lambda::HttpLambdaIntegration;
pub use nlb::HttpNlbIntegration;
pub use service_discovery::HttpServiceDiscoveryIntegration;
pub use sqs::HttpSqsIntegration;
pub use step_functions::HttpStepFunctionsIntegration;
pub use url::HttpUrlIntegration;
