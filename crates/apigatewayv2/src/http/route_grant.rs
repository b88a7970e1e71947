//! The right to call a route.

use aws_cdk_core::{Diagnostic, IConstruct};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

use super::route::{HttpMethod, HttpRoute};
use super::route_authorizer::HttpRouteAuthorizationType;

/// What of a route may be called.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct GrantInvokeOptions {
    http_methods: Option<Vec<HttpMethod>>,
}

impl GrantInvokeOptions {
    /// The whole route.
    pub fn new() -> Self {
        Self::default()
    }

    /// The methods, which must be those of the route. Default: those of the route.
    pub fn http_methods(mut self, methods: impl IntoIterator<Item = HttpMethod>) -> Self {
        self.http_methods = Some(methods.into_iter().collect());
        self
    }
}

impl HttpRoute {
    /// Lets a principal call the route, at all stages of the API. A route that is not authorized by IAM is the error
    /// `apigatewayv2::grant-without-iam`.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html>.
    #[track_caller]
    pub fn grant_invoke(&self, grantee: &(impl IGrantable + ?Sized)) -> Grant {
        self.grant_invoke_with(grantee, GrantInvokeOptions::new())
    }

    /// As [`HttpRoute::grant_invoke`], with options. A method that the route does not take is the error
    /// `apigatewayv2::grant-method`.
    #[track_caller]
    pub fn grant_invoke_with(&self, grantee: &(impl IGrantable + ?Sized), options: GrantInvokeOptions) -> Grant {
        let own = self.route_key().method();
        let mut methods: Vec<HttpMethod> = Vec::new();
        for method in options.http_methods.unwrap_or_else(|| vec![own]) {
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
        if self.authorization_type() != HttpRouteAuthorizationType::AwsIam {
            self.node().report(
                Diagnostic::error("apigatewayv2::grant-without-iam", "the route is not authorized by IAM")
                    .help("give the route an `HttpIamAuthorizer`"),
            );
            return Grant::drop(grantee, "execute-api:Invoke");
        }
        if let Some(other) = methods.iter().find(|method| own != HttpMethod::Any && **method != own) {
            let message = format!("the route takes {} and not {}", own.as_str(), other.as_str());
            self.node().report(
                Diagnostic::error("apigatewayv2::grant-method", message)
                    .help("leave `http_methods` out, or grant the right to the route of that method"),
            );
            return Grant::drop(grantee, "execute-api:Invoke");
        }
        let arns = methods.into_iter().map(|method| self.arn_for_method(method));
        Grant::add_to_principal(GrantOptions::new(grantee).actions(["execute-api:Invoke"]).resource_arns(arns))
    }
}
