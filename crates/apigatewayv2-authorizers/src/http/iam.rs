//! Requests signed with the keys of a principal of IAM.

use aws_cdk_apigatewayv2::{
    HttpRouteAuthorizationType, HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};

/// Lets those call a route whose IAM policies allow it; `HttpRoute::grant_invoke` does that.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpApi;
/// use aws_cdk_apigatewayv2_authorizers::HttpIamAuthorizer;
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct HttpIamAuthorizer;

impl HttpIamAuthorizer {
    /// The authorizer.
    pub fn new() -> Self {
        Self
    }

    /// How it authorizes: [`HttpRouteAuthorizationType::AwsIam`].
    pub fn authorization_type(&self) -> HttpRouteAuthorizationType {
        HttpRouteAuthorizationType::AwsIam
    }
}

impl HttpRouteAuthorizer for HttpIamAuthorizer {
    fn bind(&self, _: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        HttpRouteAuthorizerConfig::new(self.authorization_type())
    }
}
