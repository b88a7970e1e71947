//! Routes of WebSocket APIs.
//!
//! ```
//! # use aws_cdk_apigatewayv2::*;
//! # use aws_cdk_core::{App, Stack};
//! # struct Echo(WebSocketIntegrationBinding);
//! # impl WebSocketRouteIntegration for Echo {
//! #     fn binding(&self) -> &WebSocketIntegrationBinding { &self.0 }
//! #     fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
//! #         WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Mock, "")
//! #     }
//! # }
//! # let app = App::new();
//! # let stack = Stack::new(&app, "Stack");
//! # let echo = Echo(WebSocketIntegrationBinding::new("Echo"));
//! let api = WebSocketApi::new(&stack, "Api");
//! WebSocketRoute::builder(&stack, "Ping", &api, "ping", echo).return_response(true).api_key_required(true).build();
//! ```

use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::{CfnRoute, CfnRouteResponse};
use aws_cdk_core::{Construct, Diagnostic, IConstruct, Node, Value, cfn_format};

use super::api::IWebSocketApi;
use super::route_authorizer::{WebSocketNoneAuthorizer, WebSocketRouteAuthorizer, WebSocketRouteAuthorizerBindOptions};
use super::route_integration::{WebSocketRouteIntegration, bind_to_route};
use crate::checks::add_checks;

/// The response of a route, and the key by which it is found.
const DEFAULT_RESPONSE: &str = "$default";

/// The only route that can have an authorizer.
const CONNECT: &str = "$connect";

/// A route of a WebSocket API. Mostly made by [`WebSocketApi::add_route`](super::api::WebSocketApi::add_route).
#[derive(Clone, Debug)]
pub struct WebSocketRoute {
    construct: Construct,
    web_socket_api: Rc<dyn IWebSocketApi>,
    route_key: String,
}

impl IConstruct for WebSocketRoute {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl WebSocketRoute {
    /// The id of the route.
    pub fn route_id(&self) -> Value<String> {
        self.default_child().map(|route| route.ref_().into()).unwrap_or_else(|| "".into())
    }

    /// The key: what a message has where the API's route selection expression looks, or `$connect`, `$disconnect`,
    /// `$default`.
    pub fn route_key(&self) -> &str {
        &self.route_key
    }

    /// The API.
    pub fn web_socket_api(&self) -> &dyn IWebSocketApi {
        &*self.web_socket_api
    }

    /// The L1 construct; `None` before the route is complete, that is inside `bind`.
    pub fn default_child(&self) -> Option<CfnRoute> {
        CfnRoute::from_construct(&self.construct.node().default_child()?)
    }
}

/// What a route does, and who may use it.
#[must_use]
pub struct WebSocketRouteOptions<'a> {
    integration: Box<dyn WebSocketRouteIntegration + 'a>,
    authorizer: Option<Box<dyn WebSocketRouteAuthorizer + 'a>>,
    return_response: bool,
}

impl<'a> WebSocketRouteOptions<'a> {
    /// An integration, which takes the messages.
    pub fn new(integration: impl WebSocketRouteIntegration + 'a) -> Self {
        Self { integration: Box::new(integration), authorizer: None, return_response: false }
    }

    /// Who may connect; for the route `$connect` alone. Default: anybody.
    pub fn authorizer(mut self, authorizer: impl WebSocketRouteAuthorizer + 'a) -> Self {
        self.authorizer = Some(Box::new(authorizer));
        self
    }

    /// Whether the sender gets the integration's answer. Default: false.
    pub fn return_response(mut self, value: bool) -> Self {
        self.return_response = value;
        self
    }
}

impl fmt::Debug for WebSocketRouteOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebSocketRouteOptions({:?})", self.integration.binding())
    }
}

/// Builds a [`WebSocketRoute`].
#[must_use = "a route is not added until `build` is called"]
#[derive(Debug)]
pub struct WebSocketRouteBuilder<'a> {
    scope: Node,
    id: String,
    web_socket_api: Rc<dyn IWebSocketApi>,
    route_key: String,
    options: WebSocketRouteOptions<'a>,
    api_key_required: Option<Value<bool>>,
}

impl<'a> WebSocketRouteBuilder<'a> {
    pub(super) fn of_options(
        scope: &Node,
        id: String,
        web_socket_api: Rc<dyn IWebSocketApi>,
        route_key: String,
        options: WebSocketRouteOptions<'a>,
    ) -> Self {
        Self { scope: scope.clone(), id, web_socket_api, route_key, options, api_key_required: None }
    }

    /// Who may connect; for the route `$connect` alone. Default: anybody.
    pub fn authorizer(mut self, authorizer: impl WebSocketRouteAuthorizer + 'a) -> Self {
        self.options = self.options.authorizer(authorizer);
        self
    }

    /// Whether the sender gets the integration's answer. Default: false.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html>.
    pub fn return_response(mut self, value: bool) -> Self {
        self.options = self.options.return_response(value);
        self
    }

    /// Whether requests need an API key. Default: that of API Gateway, false.
    pub fn api_key_required(mut self, value: impl Into<Value<bool>>) -> Self {
        self.api_key_required = Some(value.into());
        self
    }

    /// Adds the route. Errors: `apigatewayv2::websocket-authorizer-route`, `apigatewayv2::integration-of-other-api`, and
    /// those of ids, integration and authorizer.
    #[track_caller]
    pub fn build(self) -> WebSocketRoute {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.WebSocketRoute");
        add_checks(&construct);
        check_authorizer(&construct, &self.route_key, self.options.authorizer.is_some());
        let route = WebSocketRoute { construct, web_socket_api: self.web_socket_api, route_key: self.route_key };
        let integration_id = bind_to_route(&*self.options.integration, &route);
        let api_scope = route.web_socket_api.node().clone();
        let bind_options = WebSocketRouteAuthorizerBindOptions { route: &route, scope: &api_scope };
        let authorization = match &self.options.authorizer {
            Some(authorizer) => authorizer.bind(&bind_options),
            None => WebSocketNoneAuthorizer::new().bind(&bind_options),
        };
        let mut builder = CfnRoute::builder(&route.construct, "Resource")
            .api_id(route.web_socket_api.api_id())
            .route_key(route.route_key.as_str())
            .target(cfn_format!("integrations/{}", integration_id))
            .authorization_type(authorization.authorization_type.as_str());
        if let Some(required) = self.api_key_required {
            builder = builder.api_key_required(required);
        }
        if let Some(id) = authorization.authorizer_id {
            builder = builder.authorizer_id(id);
        }
        if self.options.return_response {
            builder = builder.route_response_selection_expression(DEFAULT_RESPONSE);
        }
        let resource = builder.build();
        if self.options.return_response {
            CfnRouteResponse::builder(&route.construct, "Response")
                .api_id(route.web_socket_api.api_id())
                .route_id(resource.ref_())
                .route_response_key(DEFAULT_RESPONSE)
                .build();
        }
        route
    }
}

/// The rule is API Gateway's: a connection is authorized when it is opened.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html>.
#[track_caller]
fn check_authorizer(construct: &Construct, route_key: &str, has_authorizer: bool) {
    if has_authorizer && route_key != CONNECT {
        construct.node().report(
            Diagnostic::error(
                "apigatewayv2::websocket-authorizer-route",
                format!("the route `{route_key}` has an authorizer, which only `{CONNECT}` can have"),
            )
            .help("give the authorizer to the route `$connect`: with `connect_route_options` of the API"),
        );
    }
}
