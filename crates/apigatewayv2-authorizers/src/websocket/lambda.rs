//! A function that decides who may connect.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    WebSocketAuthorizer, WebSocketAuthorizerType, WebSocketRouteAuthorizationType, WebSocketRouteAuthorizer,
    WebSocketRouteAuthorizerBindOptions, WebSocketRouteAuthorizerConfig,
};
use aws_cdk_core::{IConstruct, Value};
use aws_cdk_lambda::IFunction;

use crate::binding::Binding;
use crate::invocation::{authorizer_uri, permit_authorizer};

/// Lets those connect whom a Lambda function permits it; for the route `$connect`.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketRouteOptions};
/// use aws_cdk_apigatewayv2_authorizers::WebSocketLambdaAuthorizer;
/// use aws_cdk_apigatewayv2_integrations::WebSocketLambdaIntegration;
/// use aws_cdk_core::{App, Stack};
/// use aws_cdk_lambda::{Code, Function, Runtime};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Chat");
/// # let function = |id: &str| {
/// #     Function::builder(&stack, id)
/// #         .runtime(Runtime::NODEJS_22_X)
/// #         .handler("index.handler")
/// #         .code(Code::from_inline("exports.handler = async () => ({});"))
/// #         .build()
/// # };
/// # let (doorkeeper, connect) = (function("Doorkeeper"), function("Connect"));
/// let authorizer = WebSocketLambdaAuthorizer::new("Members", &doorkeeper)
///     .identity_source(["route.request.querystring.token"]);
/// let connect = WebSocketRouteOptions::new(WebSocketLambdaIntegration::new("Connect", &connect)).authorizer(authorizer);
/// let api = WebSocketApi::builder(&stack, "Api").connect_route_options(connect).build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketLambdaAuthorizer {
    binding: Binding,
    handler: Rc<dyn IFunction>,
    authorizer_name: Option<Value<String>>,
    identity_source: Value<Vec<String>>,
}

impl WebSocketLambdaAuthorizer {
    /// Asks a function.
    pub fn new(id: impl Into<String>, handler: &(impl IFunction + Clone + 'static)) -> Self {
        Self {
            binding: Binding::new(id.into()),
            handler: Rc::new(handler.clone()),
            authorizer_name: None,
            identity_source: ["route.request.header.Authorization"].into(),
        }
    }

    /// The name of the authorizer. Default: its id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
        self
    }

    /// Where a request says who connects: one without any of these is refused. Default: the header `Authorization`,
    /// `route.request.header.Authorization`.
    pub fn identity_source(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.identity_source = value.into();
        self
    }

    #[track_caller]
    fn make(&self, options: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketAuthorizer {
        let (scope, api) = (options.scope, options.route.web_socket_api());
        let (id, kind) = (self.binding.id(), WebSocketAuthorizerType::Lambda);
        let mut builder = WebSocketAuthorizer::builder(scope, id, api, kind, &self.identity_source)
            .authorizer_uri(authorizer_uri(&*self.handler));
        if let Some(name) = &self.authorizer_name {
            builder = builder.authorizer_name(name);
        }
        let authorizer = builder.build();
        permit_authorizer(&*self.handler, &authorizer, scope, options.route.node(), api);
        authorizer
    }
}

impl WebSocketRouteAuthorizer for WebSocketLambdaAuthorizer {
    #[track_caller]
    fn bind(&self, options: &WebSocketRouteAuthorizerBindOptions<'_>) -> WebSocketRouteAuthorizerConfig {
        let (route, api) = (options.route.node(), options.route.web_socket_api());
        if !self.binding.is_bound() {
            self.binding.set(api, &self.make(options));
        }
        let id = self.binding.id_for(route, api);
        WebSocketRouteAuthorizerConfig::new(WebSocketRouteAuthorizationType::Custom).authorizer_id(id)
    }
}
