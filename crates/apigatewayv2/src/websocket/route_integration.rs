//! Integrations as routes of WebSocket APIs know them: the extension point.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

use aws_cdk_core::{Duration, IConstruct, Map, Node, Value};
use aws_cdk_iam::IRole;

use super::integration::{
    ContentHandling, PassthroughBehavior, WebSocketIntegration, WebSocketIntegrationBuilder, WebSocketIntegrationType,
};
use super::route::WebSocketRoute;
use crate::common::report_integration_of_other_api;

/// What an integration is bound to.
#[derive(Debug)]
pub struct WebSocketRouteIntegrationBindOptions<'a> {
    /// The route.
    pub route: &'a WebSocketRoute,
    /// Where to make constructs: the route.
    pub scope: &'a Node,
}

/// What a [`WebSocketRouteIntegration`] makes of itself when it is bound.
#[must_use]
#[derive(Clone, Debug)]
pub struct WebSocketRouteIntegrationConfig {
    pub(super) integration_type: WebSocketIntegrationType,
    pub(super) integration_uri: Value<String>,
    pub(super) method: Option<Value<String>>,
    pub(super) content_handling: Option<ContentHandling>,
    pub(super) credentials_arn: Option<Value<String>>,
    pub(super) request_parameters: Option<Value<Map<String>>>,
    pub(super) request_templates: Option<Value<Map<String>>>,
    pub(super) template_selection_expression: Option<Value<String>>,
    pub(super) timeout: Option<Duration>,
    pub(super) passthrough_behavior: Option<PassthroughBehavior>,
}

impl WebSocketRouteIntegrationConfig {
    /// An integration of a kind with a URI, which is empty for [`WebSocketIntegrationType::Mock`], without anything else.
    pub fn new(integration_type: WebSocketIntegrationType, uri: impl Into<Value<String>>) -> Self {
        Self {
            integration_type,
            integration_uri: uri.into(),
            method: None,
            content_handling: None,
            credentials_arn: None,
            request_parameters: None,
            request_templates: None,
            template_selection_expression: None,
            timeout: None,
            passthrough_behavior: None,
        }
    }

    /// The method with which the backend is called. Default: none.
    pub fn method(mut self, value: impl Into<Value<String>>) -> Self {
        self.method = Some(value.into());
        self
    }

    /// How payloads are converted. Default: not at all.
    pub fn content_handling(mut self, value: ContentHandling) -> Self {
        self.content_handling = Some(value);
        self
    }

    /// The role whose rights are used. Default: none.
    pub fn credentials_role(mut self, role: &(impl IRole + ?Sized)) -> Self {
        self.credentials_arn = Some(role.role_arn());
        self
    }

    /// The parameters of the request. Default: none.
    pub fn request_parameters(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.request_parameters = Some(value.into());
        self
    }

    /// The templates that make the request of a message. Default: none.
    pub fn request_templates(mut self, value: impl Into<Value<Map<String>>>) -> Self {
        self.request_templates = Some(value.into());
        self
    }

    /// Which template makes the request. Default: that of the API.
    pub fn template_selection_expression(mut self, value: impl Into<Value<String>>) -> Self {
        self.template_selection_expression = Some(value.into());
        self
    }

    /// How long a call may take, 50 milliseconds to 29 seconds. Default: that of API Gateway, 29 seconds.
    pub fn timeout(mut self, value: Duration) -> Self {
        self.timeout = Some(value);
        self
    }

    /// What happens with messages for which there is no template. Default: that of API Gateway, they are passed on.
    pub fn passthrough_behavior(mut self, value: PassthroughBehavior) -> Self {
        self.passthrough_behavior = Some(value);
        self
    }
}

/// What can take the messages of a WebSocket API's routes: the extension point for integrations of your own.
///
/// ```
/// use aws_cdk_apigatewayv2::{
///     WebSocketApi, WebSocketIntegrationBinding, WebSocketIntegrationType, WebSocketRouteIntegration,
///     WebSocketRouteIntegrationBindOptions, WebSocketRouteIntegrationConfig,
/// };
/// # use aws_cdk_core::{App, Stack};
///
/// struct Queue(WebSocketIntegrationBinding);
///
/// impl WebSocketRouteIntegration for Queue {
///     fn binding(&self) -> &WebSocketIntegrationBinding {
///         &self.0
///     }
///
///     fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
///         let uri = "arn:aws:apigateway:eu-west-1:sqs:path/111111111111/messages";
///         WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Aws, uri).method("POST")
///     }
/// }
///
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// let api = WebSocketApi::new(&stack, "Api");
/// api.add_route("send", Queue(WebSocketIntegrationBinding::new("Queue"))).build();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand behind a route of a WebSocket API",
    label = "not an integration of WebSocket APIs"
)]
pub trait WebSocketRouteIntegration {
    /// The id of the integration, and what it has become when it was bound.
    fn binding(&self) -> &WebSocketIntegrationBinding;

    /// Makes what the route needs, such as a permission, and says what the integration is. Called for every route; the
    /// integration is made of what it says for the first one.
    #[track_caller]
    fn bind(&self, options: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig;
}

impl<T: WebSocketRouteIntegration + ?Sized> WebSocketRouteIntegration for &T {
    fn binding(&self) -> &WebSocketIntegrationBinding {
        (**self).binding()
    }

    #[track_caller]
    fn bind(&self, options: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
        (**self).bind(options)
    }
}

/// The id of an integration, and what it has become when it was bound. Clones are the same integration, which is what
/// lets routes share it.
#[derive(Clone)]
pub struct WebSocketIntegrationBinding {
    id: Rc<str>,
    bound: Rc<OnceCell<(Node, WebSocketIntegration)>>,
}

impl WebSocketIntegrationBinding {
    /// An integration that is not bound yet; it will be made under its first route with this id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into().into(), bound: Rc::default() }
    }

    /// The construct id.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl fmt::Debug for WebSocketIntegrationBinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebSocketIntegrationBinding({})", self.id)
    }
}

/// Binds an integration to a route, and gives its id.
#[track_caller]
pub(super) fn bind_to_route(integration: &dyn WebSocketRouteIntegration, route: &WebSocketRoute) -> Value<String> {
    let options = WebSocketRouteIntegrationBindOptions { route, scope: route.node() };
    let binding = integration.binding();
    let api = route.web_socket_api();
    if let Some((bound_api, bound)) = binding.bound.get().filter(|(bound_api, _)| bound_api != api.node()) {
        report_integration_of_other_api(route.node(), &binding.id, bound_api, api.node());
        return bound.integration_id();
    }
    let config = integration.bind(&options);
    if let Some((_, bound)) = binding.bound.get() {
        return bound.integration_id();
    }
    let id = binding.id.to_string();
    let builder = WebSocketIntegrationBuilder { scope: route.node().clone(), id, api_id: api.api_id(), config };
    let made = builder.build();
    let integration_id = made.integration_id();
    // The cell is empty, unless `bind` bound the integration itself, and then the first one stays.
    let _ = binding.bound.set((api.node().clone(), made));
    integration_id
}
