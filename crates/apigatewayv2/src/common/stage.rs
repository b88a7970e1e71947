//! API stages of either kind.

use aws_cdk_core::{IConstruct, Value};

/// A stage of an HTTP or WebSocket API, made here or imported.
pub trait IStage: IConstruct {
    /// The name of the stage; `$default` for that without a name in its URL.
    fn stage_name(&self) -> Value<String>;

    /// The URL of the stage. Where it cannot be known this is the error `apigatewayv2::no-stage-url`.
    #[track_caller]
    fn url(&self) -> Value<String>;
}

/// How many requests a stage takes.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html>.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct StageThrottle {
    pub(crate) rate_limit: Option<Value<f64>>,
    pub(crate) burst_limit: Option<Value<i64>>,
}

impl StageThrottle {
    /// The account's limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// The steady rate, in requests a second. Default: the account's limit.
    pub fn rate_limit(mut self, value: impl Into<Value<f64>>) -> Self {
        self.rate_limit = Some(value.into());
        self
    }

    /// The most requests at once. Default: the account's limit.
    pub fn burst_limit(mut self, value: impl Into<Value<i64>>) -> Self {
        self.burst_limit = Some(value.into());
        self
    }
}
