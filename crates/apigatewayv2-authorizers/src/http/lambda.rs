//! A function that decides.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    AuthorizerPayloadVersion, HttpAuthorizer, HttpAuthorizerType, HttpRouteAuthorizationType, HttpRouteAuthorizer,
    HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};
use aws_cdk_core::{Duration, IConstruct, Value};
use aws_cdk_iam::IRole;
use aws_cdk_lambda::IFunction;

use crate::binding::Binding;
use crate::invocation::{authorizer_uri, permit_authorizer};

/// How the function of an authorizer answers.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpLambdaResponseType {
    /// With yes or no: `{ "isAuthorized": true }`.
    Simple,
    /// With an IAM policy.
    Iam,
}

/// Lets those call a route whom a Lambda function permits it.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpApi;
/// use aws_cdk_apigatewayv2_authorizers::{HttpLambdaAuthorizer, HttpLambdaResponseType};
/// use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
/// use aws_cdk_core::{App, Duration, Stack};
/// use aws_cdk_iam::{Role, ServicePrincipal};
/// use aws_cdk_lambda::{Code, Function, Runtime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let gatekeeper = Function::builder(&stack, "Gatekeeper")
///     .runtime(Runtime::NODEJS_22_X)
///     .handler("index.handler")
///     .code(Code::from_inline("exports.handler = async () => ({ isAuthorized: true });"))
///     .build();
/// let invoker = Role::builder(&stack, "Invoker", ServicePrincipal::new("apigateway")).build();
/// let authorizer = HttpLambdaAuthorizer::new("Gate", &gatekeeper)
///     .authorizer_name("gate")
///     .identity_source(["$request.header.X-Key", "$context.identity.sourceIp"])
///     .role(&invoker)
///     .response_types([HttpLambdaResponseType::Simple])
///     .results_cache_ttl(Duration::minutes(1));
/// let api = HttpApi::new(&stack, "Api");
/// api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com"))
///     .authorizer(&authorizer)
///     .build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpLambdaAuthorizer {
    binding: Binding,
    handler: Rc<dyn IFunction>,
    authorizer_name: Option<Value<String>>,
    identity_source: Value<Vec<String>>,
    results_cache_ttl: Duration,
    response_types: Vec<HttpLambdaResponseType>,
    role: Option<Rc<dyn IRole>>,
}

impl HttpLambdaAuthorizer {
    /// Asks a function.
    pub fn new(id: impl Into<String>, handler: &(impl IFunction + Clone + 'static)) -> Self {
        Self {
            binding: Binding::new(id.into()),
            handler: Rc::new(handler.clone()),
            authorizer_name: None,
            identity_source: ["$request.header.Authorization"].into(),
            results_cache_ttl: Duration::minutes(5),
            response_types: vec![HttpLambdaResponseType::Iam],
            role: None,
        }
    }

    /// The name of the authorizer. Default: its id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
        self
    }

    /// Where a request says who calls: a request without any of these is refused, and answers are kept for each value.
    /// Default: the header `Authorization`, `$request.header.Authorization`.
    pub fn identity_source(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.identity_source = value.into();
        self
    }

    /// How long answers are kept; whole seconds, up to an hour, 0 for not at all. Default: 5 minutes. Errors, when it is
    /// bound: `apigatewayv2::authorizer-cache-ttl`.
    pub fn results_cache_ttl(mut self, value: Duration) -> Self {
        self.results_cache_ttl = value;
        self
    }

    /// How the function may answer. With [`HttpLambdaResponseType::Simple`] it gets events of version 2.0, else 1.0.
    /// Default: [`HttpLambdaResponseType::Iam`].
    pub fn response_types(mut self, value: impl IntoIterator<Item = HttpLambdaResponseType>) -> Self {
        self.response_types = value.into_iter().collect();
        self
    }

    /// The role with which API Gateway invokes the function. Default: none, the function gets a permission.
    pub fn role(mut self, role: &(impl IRole + Clone + 'static)) -> Self {
        self.role = Some(Rc::new(role.clone()));
        self
    }

    /// How it authorizes: [`HttpRouteAuthorizationType::Custom`].
    pub fn authorization_type(&self) -> HttpRouteAuthorizationType {
        HttpRouteAuthorizationType::Custom
    }

    /// The id of the authorizer. If no route uses it this is the error `apigatewayv2::authorizer-without-route`.
    #[track_caller]
    pub fn authorizer_id(&self) -> Value<String> {
        self.binding.authorizer_id()
    }

    #[track_caller]
    fn make(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpAuthorizer {
        let (scope, api) = (options.scope, options.route.http_api());
        let (id, kind) = (self.binding.id(), HttpAuthorizerType::Lambda);
        let mut builder = HttpAuthorizer::builder(scope, id, api, kind, &self.identity_source)
            .authorizer_uri(authorizer_uri(&*self.handler))
            .results_cache_ttl(self.results_cache_ttl);
        builder = if self.response_types.contains(&HttpLambdaResponseType::Simple) {
            builder.enable_simple_responses(true).payload_format_version(AuthorizerPayloadVersion::Version2_0)
        } else {
            builder.payload_format_version(AuthorizerPayloadVersion::Version1_0)
        };
        if let Some(name) = &self.authorizer_name {
            builder = builder.authorizer_name(name);
        }
        if let Some(role) = &self.role {
            return builder.role(&**role).build();
        }
        let authorizer = builder.build();
        permit_authorizer(&*self.handler, &authorizer, scope, options.route.node(), api);
        authorizer
    }
}

impl HttpRouteAuthorizer for HttpLambdaAuthorizer {
    #[track_caller]
    fn bind(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        let (route, api) = (options.route.node(), options.route.http_api());
        if !self.binding.is_bound() {
            self.binding.set(api, &self.make(options));
        }
        let id = self.binding.id_for(route, api);
        HttpRouteAuthorizerConfig::new(self.authorization_type()).authorizer_id(id)
    }
}
