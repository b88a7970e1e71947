//! A Lambda function behind a route.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpIntegrationBinding, HttpIntegrationType, HttpRouteIntegration, HttpRouteIntegrationBindOptions,
    HttpRouteIntegrationConfig, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{ArnComponents, Duration, IConstruct, Names, Stack, cfn_format};
use aws_cdk_iam::ServicePrincipal;
use aws_cdk_lambda::{IFunction, Permission};

/// Passes requests on to a Lambda function, and lets API Gateway invoke it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpApi;
/// use aws_cdk_apigatewayv2_integrations::HttpLambdaIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_lambda::{Code, Function, Runtime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let books = Function::builder(&stack, "Books")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => [];"))
///     .build();
/// let api = HttpApi::new(&stack, "Api");
/// let integration = HttpLambdaIntegration::new("Books", &books);
/// api.add_routes("/books", &integration).build();
/// api.add_routes("/books/{id}", &integration).build(); // the same integration, and a permission of its own
///
/// // One permission for all routes of the API, since the policy of a function has a limit.
/// let everything = HttpLambdaIntegration::new("Everything", &books).scope_permission_to_route(false);
/// HttpApi::builder(&stack, "Whole").default_integration(everything).build();
/// ```
#[doc(alias = "LambdaProxyIntegration")]
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpLambdaIntegration {
    binding: HttpIntegrationBinding,
    handler: Rc<dyn IFunction>,
    payload_format_version: PayloadFormatVersion,
    parameter_mapping: Option<ParameterMapping>,
    timeout: Option<Duration>,
    scope_permission_to_route: bool,
}

impl HttpLambdaIntegration {
    /// An integration with a function.
    pub fn new(id: impl Into<String>, handler: &(impl IFunction + Clone + 'static)) -> Self {
        Self {
            binding: HttpIntegrationBinding::new(id),
            handler: Rc::new(handler.clone()),
            payload_format_version: PayloadFormatVersion::VERSION_2_0,
            parameter_mapping: None,
            timeout: None,
            scope_permission_to_route: true,
        }
    }

    /// The version of the event that the function gets. Default: 2.0.
    pub fn payload_format_version(mut self, value: PayloadFormatVersion) -> Self {
        self.payload_format_version = value;
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

    /// Whether each route has a permission of its own, for its path alone. If not, one permission lets any route of the API
    /// invoke the function, which keeps the function's policy small. Default: true.
    pub fn scope_permission_to_route(mut self, value: bool) -> Self {
        self.scope_permission_to_route = value;
        self
    }
}

impl HttpRouteIntegration for HttpLambdaIntegration {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.binding
    }

    fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        let mut config = HttpRouteIntegrationConfig::new(HttpIntegrationType::AwsProxy)
            .integration_uri(self.handler.function_arn())
            .payload_format_version(self.payload_format_version.clone());
        if let Some(mapping) = &self.parameter_mapping {
            config = config.parameter_mapping(mapping.clone());
        }
        if let Some(timeout) = self.timeout {
            config = config.timeout(timeout);
        }
        config
    }

    #[track_caller]
    fn complete_bind(&self, options: &HttpRouteIntegrationBindOptions<'_>) {
        let api = options.route.http_api();
        let (id, resource_name) = if self.scope_permission_to_route {
            let path = options.route.path().unwrap_or_default();
            (format!("{}-Permission", self.binding.id()), cfn_format!("*/*{}", path))
        } else {
            let id = format!(
                "ApiPermission.ApiScoped.{}.{}",
                Names::unique_id(self.handler.node()),
                Names::unique_id(api.node())
            );
            let made = Stack::of(options.scope).node().find_all().iter().any(|node| node.construct_id() == id);
            if made {
                return;
            }
            (id, "*/*/*".into())
        };
        let components = ArnComponents::new("execute-api", api.api_id()).resource_name(resource_name);
        let permission = Permission::new(&ServicePrincipal::new("apigateway.amazonaws.com"))
            .scope(options.scope)
            .source_arn(Stack::of(options.route).format_arn(components));
        self.handler.add_permission(&id, permission);
    }
}
