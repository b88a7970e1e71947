//! Integrations of HTTP APIs.

mod lambda;
mod url;

pub use lambda::HttpLambdaIntegration;
pub use url::HttpUrlIntegration;
