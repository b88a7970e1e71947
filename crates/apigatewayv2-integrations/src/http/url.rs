//! Any public HTTP endpoint behind a route.

use aws_cdk_apigatewayv2::{
    HttpIntegrationBinding, HttpIntegrationType, HttpMethod, HttpRouteIntegration, HttpRouteIntegrationBindOptions,
    HttpRouteIntegrationConfig, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{Duration, Value};

/// Passes requests on to a URL.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpMethod;
/// use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
/// use aws_cdk_core::Duration;
///
/// let books = HttpUrlIntegration::new("Books", "https://books.example.com/{id}")
///     .method(HttpMethod::Get)
///     .timeout(Duration::seconds(3));
/// ```
#[doc(alias = "HttpProxyIntegration")]
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpUrlIntegration {
    binding: HttpIntegrationBinding,
    url: Value<String>,
    method: HttpMethod,
    parameter_mapping: Option<ParameterMapping>,
    timeout: Option<Duration>,
}

impl HttpUrlIntegration {
    /// An integration with a URL; path parameters of the route stand in it in braces.
    pub fn new(id: impl Into<String>, url: impl Into<Value<String>>) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            url: url.into(),
            method: HttpMethod::Any,
            parameter_mapping: None,
            timeout: None,
        }
    }

    /// The method with which the URL is called. Default: that of the request.
    pub fn method(mut self, value: HttpMethod) -> Self {
        self.method = value;
        self
    }

    /// How requests are changed. Default: not at all.
    pub fn parameter_mapping(mut self, value: ParameterMapping) -> Self {
        self.parameter_mapping = Some(value);
        self
    }

    /// How long a call may take, 50 milliseconds to 30 seconds. Default: that of API Gateway, 30 seconds. Errors, when it is
    /// bound: `apigatewayv2::integration-timeout`.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }
}

impl HttpRouteIntegration for HttpUrlIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let mut config = HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy)
            .integration_uri(&self.url)
            .method(self.method)
            .payload_format_version(PayloadFormatVersion::VERSION_1_0);
        if let Some(mapping) = &self.parameter_mapping {
            config = config.parameter_mapping(mapping.clone());
        }
        if let Some(timeout) = self.timeout {
            config = config.timeout(timeout);
        }
        config
    }
}
