//! Health checks of targets.

use aws_cdk_core::{Duration, Value};

use super::enums::Protocol;

/// How a target group finds out whether a target is healthy.
///
/// Source: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html>.
///
/// ```
/// use aws_cdk_core::Duration;
/// use aws_cdk_elasticloadbalancingv2::HealthCheck;
///
/// let check = HealthCheck::new().path("/health").interval(Duration::minutes(1)).healthy_http_codes("200-299");
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct HealthCheck {
    pub(crate) enabled: Option<bool>,
    pub(crate) interval: Option<Duration>,
    pub(crate) path: Option<Value<String>>,
    pub(crate) port: Option<Value<String>>,
    pub(crate) protocol: Option<Protocol>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) healthy_threshold_count: Option<Value<i64>>,
    pub(crate) unhealthy_threshold_count: Option<Value<i64>>,
    pub(crate) healthy_grpc_codes: Option<Value<String>>,
    pub(crate) healthy_http_codes: Option<Value<String>>,
}

impl HealthCheck {
    /// A health check as Elastic Load Balancing makes it by default.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether targets are checked. Default: that of Elastic Load Balancing, for all but Lambda functions.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }

    /// The time between two checks of a target, 5 to 300 whole seconds. Default: that of Elastic Load Balancing, 30 seconds.
    pub fn interval(mut self, value: Duration) -> Self {
        self.interval = Some(value);
        self
    }

    /// The path, of checks by HTTP. Default: that of Elastic Load Balancing, `/`.
    pub fn path(mut self, value: impl Into<Value<String>>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// The port, or `traffic-port` for that of the target. Default: that of the target.
    pub fn port(mut self, value: impl Into<Value<String>>) -> Self {
        self.port = Some(value.into());
        self
    }

    /// The protocol. Default: HTTP of application load balancers, TCP of network load balancers.
    pub fn protocol(mut self, value: Protocol) -> Self {
        self.protocol = Some(value);
        self
    }

    /// How long an answer may take, 2 to 120 whole seconds, less than the interval. Default: that of Elastic Load Balancing.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }

    /// How many answers make a target healthy, 2 to 10. Default: that of Elastic Load Balancing, 5.
    pub fn healthy_threshold_count(mut self, value: impl Into<Value<i64>>) -> Self {
        self.healthy_threshold_count = Some(value.into());
        self
    }

    /// How many failures make a target unhealthy, 2 to 10. Default: that of Elastic Load Balancing, 2.
    pub fn unhealthy_threshold_count(mut self, value: impl Into<Value<i64>>) -> Self {
        self.unhealthy_threshold_count = Some(value.into());
        self
    }

    /// The codes of gRPC that count as an answer, such as `0-5`. Default: that of Elastic Load Balancing, `12`.
    pub fn healthy_grpc_codes(mut self, value: impl Into<Value<String>>) -> Self {
        self.healthy_grpc_codes = Some(value.into());
        self
    }

    /// The codes of HTTP that count as an answer, such as `200-299`. Default: that of Elastic Load Balancing, `200`.
    pub fn healthy_http_codes(mut self, value: impl Into<Value<String>>) -> Self {
        self.healthy_http_codes = Some(value.into());
        self
    }
}
