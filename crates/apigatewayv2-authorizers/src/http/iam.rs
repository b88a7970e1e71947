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
/// use aws_cdk_apigatewayv2::{GrantInvokeOptions, HttpMethod};
/// use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
/// use aws_cdk_core::CfnOutput;
/// use aws_cdk_iam::User;
///
/// let api = HttpApi::builder(&stack, "Api").default_authorizer(HttpIamAuthorizer::new()).build();
/// let reader = User::new(&stack, "Reader");
/// let editor = User::new(&stack, "Editor");
/// let books = HttpUrlIntegration::new("Books", "https://books.example.com");
/// for route in api.add_routes("/books", &books).methods([HttpMethod::Any]).build() {
///     route.grant_invoke(&editor);
///     route.grant_invoke_with(&reader, GrantInvokeOptions::new().http_methods([HttpMethod::Get]));
///     CfnOutput::new(&stack, "BooksArn", route.route_arn());
/// }
/// # assert!(app.diagnostics().is_empty());
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
