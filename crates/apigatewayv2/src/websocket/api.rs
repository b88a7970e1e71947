//! WebSocket APIs.
//!
//! ```
//! use aws_cdk_apigatewayv2::{IpAddressType, WebSocketApi, WebSocketStage};
//! use aws_cdk_core::{App, CfnOutput, Stack};
//!
//! let app = App::new();
//! let stack = Stack::new(&app, "Chat");
//! let api = WebSocketApi::builder(&stack, "Api")
//!     .api_name("chat")
//!     .description("who says what")
//!     .route_selection_expression("$request.body.type")
//!     .ip_address_type(IpAddressType::DualStack)
//!     .disable_schema_validation(true)
//!     .build();
//! let stage = WebSocketStage::builder(&stack, "Live", &api, "live").auto_deploy(true).build();
//! CfnOutput::new(&stack, "Url", stage.url());
//! ```

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnApi;
use aws_cdk_core::{ArnComponents, Construct, IConstruct, Node, Stack, Value, cfn_format};
use aws_cdk_iam::{Grant, GrantOptions, IGrantable};

use super::route::{WebSocketRoute, WebSocketRouteBuilder, WebSocketRouteOptions};
use super::route_integration::WebSocketRouteIntegration;
use crate::checks::add_checks;
use crate::common::{IApi, IpAddressType, arn_for_execute_api};

/// A WebSocket API, made here or imported.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a WebSocket API", label = "a WebSocket API belongs here")]
pub trait IWebSocketApi: IApi + fmt::Debug {
    /// Lets a principal send to the clients of the API, look them up and disconnect them, at all stages.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html>.
    #[track_caller]
    fn grant_manage_connections(&self, grantee: &dyn IGrantable) -> Grant {
        let arn = Stack::of(self.node()).format_arn(ArnComponents::new("execute-api", self.api_id()));
        Grant::add_to_principal(
            GrantOptions::new(grantee)
                .actions(["execute-api:ManageConnections"])
                .resource_arns([cfn_format!("{}/*/*/@connections/*", arn)]),
        )
    }

    /// The ARN with which IAM policies name a route at a stage, each `None` for all.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html>.
    fn arn_for_execute_api_v2(&self, route: Option<&str>, stage: Option<&str>) -> Value<String> {
        let requests = format!("{}/{}", stage.unwrap_or("*"), route.unwrap_or("*"));
        Stack::of(self.node()).format_arn(ArnComponents::new("execute-api", self.api_id()).resource_name(requests))
    }
}

/// Where a request has its API key.
///
/// ```
/// use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketApiKeySelectionExpression};
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// WebSocketApi::builder(&stack, "Api")
///     .api_key_selection_expression(WebSocketApiKeySelectionExpression::HEADER_X_API_KEY)
///     .build();
/// ```
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-selection-expressions.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebSocketApiKeySelectionExpression(Cow<'static, str>);

impl WebSocketApiKeySelectionExpression {
    /// In the header `x-api-key`.
    pub const HEADER_X_API_KEY: Self = Self(Cow::Borrowed("$request.header.x-api-key"));
    /// In `usageIdentifierKey` of the Lambda authorizer's answer.
    pub const AUTHORIZER_USAGE_IDENTIFIER_KEY: Self = Self(Cow::Borrowed("$context.authorizer.usageIdentifierKey"));

    /// Where an expression says.
    pub fn custom(expression: impl Into<String>) -> Self {
        Self(Cow::Owned(expression.into()))
    }

    /// The expression as the template has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

struct WebSocketApiState {
    construct: Construct,
    resource: CfnApi,
    web_socket_api_name: Value<String>,
}

/// A WebSocket API.
#[derive(Clone)]
pub struct WebSocketApi {
    state: Rc<WebSocketApiState>,
}

impl IConstruct for WebSocketApi {
    fn node(&self) -> &Node {
        self.state.construct.node()
    }
}

impl fmt::Debug for WebSocketApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebSocketApi({})", self.node().path())
    }
}

impl IApi for WebSocketApi {
    fn api_id(&self) -> Value<String> {
        self.state.resource.ref_().into()
    }

    fn api_endpoint(&self) -> Value<String> {
        self.state.resource.attr_api_endpoint().into()
    }
}

impl IWebSocketApi for WebSocketApi {}

impl WebSocketApi {
    /// An API with the defaults: named as its id, with no routes.
    #[track_caller]
    pub fn new(scope: &impl IConstruct, id: impl Into<String>) -> Self {
        Self::builder(scope, id).build()
    }

    /// Starts an API with options.
    pub fn builder(scope: &impl IConstruct, id: impl Into<String>) -> WebSocketApiBuilder {
        WebSocketApiBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            api_name: None,
            api_key_selection_expression: None,
            description: None,
            disable_schema_validation: None,
            ip_address_type: None,
            route_selection_expression: "$request.body.action".into(),
            connect_route_options: None,
            disconnect_route_options: None,
            default_route_options: None,
        }
    }

    /// The API of a construct, if it is one made here.
    pub fn from_construct(construct: &impl IConstruct) -> Option<Self> {
        construct.node().state::<WebSocketApiState>().map(|state| Self { state })
    }

    /// The id of the API.
    pub fn api_id(&self) -> Value<String> {
        IApi::api_id(self)
    }

    /// The default endpoint: `wss://….execute-api.….amazonaws.com`. Clients connect to the URL of a stage.
    pub fn api_endpoint(&self) -> Value<String> {
        IApi::api_endpoint(self)
    }

    /// The name of the API.
    pub fn web_socket_api_name(&self) -> Value<String> {
        self.state.web_socket_api_name.clone()
    }

    /// The L1 construct.
    pub fn default_child(&self) -> &CfnApi {
        &self.state.resource
    }

    /// Starts a route: what happens with messages whose route key is this one.
    ///
    /// ```
    /// # use aws_cdk_apigatewayv2::*;
    /// # use aws_cdk_core::{App, Stack};
    /// # struct Backend(WebSocketIntegrationBinding);
    /// # impl WebSocketRouteIntegration for Backend {
    /// #     fn binding(&self) -> &WebSocketIntegrationBinding { &self.0 }
    /// #     fn bind(&self, _: &WebSocketRouteIntegrationBindOptions<'_>) -> WebSocketRouteIntegrationConfig {
    /// #         WebSocketRouteIntegrationConfig::new(WebSocketIntegrationType::Mock, "")
    /// #     }
    /// # }
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// # let api = WebSocketApi::new(&stack, "Api");
    /// # let backend = Backend(WebSocketIntegrationBinding::new("Backend"));
    /// let route = api.add_route("sendMessage", &backend).return_response(true).build();
    /// assert_eq!(route.route_key(), "sendMessage");
    /// ```
    #[track_caller]
    pub fn add_route<'a>(
        &self,
        route_key: impl Into<String>,
        integration: impl WebSocketRouteIntegration + 'a,
    ) -> WebSocketRouteBuilder<'a> {
        self.route(route_key.into(), WebSocketRouteOptions::new(integration))
    }

    fn route<'a>(&self, route_key: String, options: WebSocketRouteOptions<'a>) -> WebSocketRouteBuilder<'a> {
        // The CDK's id has the key as it is, in which the tree makes `--` of slashes.
        let id = format!("{}-Route", route_key.replace('/', "--"));
        WebSocketRouteBuilder::of_options(self.node(), id, Rc::new(self.clone()), route_key, options)
    }

    /// Lets a principal send to the clients of the API, look them up and disconnect them, at all stages.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::{WebSocketApi, WebSocketStage};
    /// # use aws_cdk_core::{App, Stack};
    /// # use aws_cdk_iam::{Role, ServicePrincipal};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// # let backend = Role::builder(&stack, "Backend", ServicePrincipal::new("lambda.amazonaws.com")).build();
    /// let api = WebSocketApi::new(&stack, "Api");
    /// let stage = WebSocketStage::builder(&stack, "Live", &api, "live").build();
    /// stage.grant_management_api_access(&backend); // at this stage
    /// api.grant_manage_connections(&backend); // at all stages
    /// ```
    #[track_caller]
    pub fn grant_manage_connections(&self, grantee: &dyn IGrantable) -> Grant {
        IWebSocketApi::grant_manage_connections(self, grantee)
    }

    /// The ARN with which IAM policies name requests to the API: of a method, a path and a stage, each `None` for all. A path
    /// that does not start with `/` is the error `apigatewayv2::route-path`.
    #[deprecated = "WebSocket APIs have neither methods nor paths: use `arn_for_execute_api_v2`"]
    #[track_caller]
    pub fn arn_for_execute_api(&self, method: Option<&str>, path: Option<&str>, stage: Option<&str>) -> Value<String> {
        let instead = ", or use `arn_for_execute_api_v2`";
        arn_for_execute_api(self.node(), self.api_id(), (method, path, stage), instead)
    }

    /// The ARN with which IAM policies name a route at a stage, each `None` for all.
    ///
    /// ```
    /// use aws_cdk_apigatewayv2::WebSocketApi;
    /// # use aws_cdk_core::{App, Stack};
    /// # let app = App::new();
    /// # let stack = Stack::new(&app, "Stack");
    /// let api = WebSocketApi::new(&stack, "Api");
    /// let connecting = api.arn_for_execute_api_v2(Some("$connect"), Some("live"));
    /// let everything = api.arn_for_execute_api_v2(None, None);
    /// ```
    pub fn arn_for_execute_api_v2(&self, route: Option<&str>, stage: Option<&str>) -> Value<String> {
        IWebSocketApi::arn_for_execute_api_v2(self, route, stage)
    }
}

/// Builds a [`WebSocketApi`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct WebSocketApiBuilder {
    scope: Node,
    id: String,
    api_name: Option<Value<String>>,
    api_key_selection_expression: Option<WebSocketApiKeySelectionExpression>,
    description: Option<Value<String>>,
    disable_schema_validation: Option<Value<bool>>,
    ip_address_type: Option<IpAddressType>,
    route_selection_expression: Value<String>,
    connect_route_options: Option<WebSocketRouteOptions<'static>>,
    disconnect_route_options: Option<WebSocketRouteOptions<'static>>,
    default_route_options: Option<WebSocketRouteOptions<'static>>,
}

impl WebSocketApiBuilder {
    /// The name of the API. Default: the construct id.
    pub fn api_name(mut self, name: impl Into<Value<String>>) -> Self {
        self.api_name = Some(name.into());
        self
    }

    /// Where requests to routes that require an API key have it. Default: none in the template; API Gateway takes the header
    /// `x-api-key`.
    pub fn api_key_selection_expression(mut self, value: WebSocketApiKeySelectionExpression) -> Self {
        self.api_key_selection_expression = Some(value);
        self
    }

    /// The description. Default: none.
    pub fn description(mut self, value: impl Into<Value<String>>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Whether messages are taken that do not fit the model of their route. Default: false.
    pub fn disable_schema_validation(mut self, value: impl Into<Value<bool>>) -> Self {
        self.disable_schema_validation = Some(value.into());
        self
    }

    /// The IP versions that the API can be called with. Default: that of API Gateway, IPv4.
    pub fn ip_address_type(mut self, value: IpAddressType) -> Self {
        self.ip_address_type = Some(value);
        self
    }

    /// Where a message has its route key. Default: `$request.body.action`.
    ///
    /// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html>.
    pub fn route_selection_expression(mut self, value: impl Into<Value<String>>) -> Self {
        self.route_selection_expression = value.into();
        self
    }

    /// What happens when a client connects, and who may: the route `$connect`. Default: anybody may, and nothing happens.
    pub fn connect_route_options(mut self, options: WebSocketRouteOptions<'static>) -> Self {
        self.connect_route_options = Some(options);
        self
    }

    /// What happens when a client has disconnected: the route `$disconnect`. Default: nothing.
    pub fn disconnect_route_options(mut self, options: WebSocketRouteOptions<'static>) -> Self {
        self.disconnect_route_options = Some(options);
        self
    }

    /// What happens with messages that no other route takes: the route `$default`. Default: their senders get an error.
    pub fn default_route_options(mut self, options: WebSocketRouteOptions<'static>) -> Self {
        self.default_route_options = Some(options);
        self
    }

    /// Adds the API. Errors: those of its routes, and those of ids.
    #[track_caller]
    pub fn build(self) -> WebSocketApi {
        let construct = Construct::of_type(&self.scope, &self.id, "aws-cdk-apigatewayv2.WebSocketApi");
        add_checks(&construct);
        let name = self.api_name.unwrap_or_else(|| self.id.into());
        let mut resource = CfnApi::builder(&construct, "Resource")
            .name(&name)
            .protocol_type("WEBSOCKET")
            .route_selection_expression(self.route_selection_expression);
        if let Some(expression) = &self.api_key_selection_expression {
            resource = resource.api_key_selection_expression(expression.as_str());
        }
        if let Some(description) = self.description {
            resource = resource.description(description);
        }
        if let Some(disabled) = self.disable_schema_validation {
            resource = resource.disable_schema_validation(disabled);
        }
        if let Some(ip_address_type) = &self.ip_address_type {
            resource = resource.ip_address_type(ip_address_type.as_str());
        }
        let state = Rc::new(WebSocketApiState { resource: resource.build(), construct, web_socket_api_name: name });
        state.construct.node().set_state(state.clone());
        let api = WebSocketApi { state };
        let routes = [
            ("$connect", self.connect_route_options),
            ("$disconnect", self.disconnect_route_options),
            ("$default", self.default_route_options),
        ];
        for (key, options) in routes {
            if let Some(options) = options {
                api.route(key.to_owned(), options).build();
            }
        }
        api
    }
}

impl fmt::Debug for WebSocketApiBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebSocketApiBuilder({})", self.id)
    }
}

/// A route of an API that stands elsewhere than below it.
impl WebSocketRoute {
    /// Starts a route of an API.
    #[track_caller]
    pub fn builder<'a>(
        scope: &impl IConstruct,
        id: impl Into<String>,
        web_socket_api: &(impl IWebSocketApi + Clone + 'static),
        route_key: impl Into<String>,
        integration: impl WebSocketRouteIntegration + 'a,
    ) -> WebSocketRouteBuilder<'a> {
        WebSocketRouteBuilder::of_options(
            scope.node(),
            id.into(),
            Rc::new(web_socket_api.clone()),
            route_key.into(),
            WebSocketRouteOptions::new(integration),
        )
    }
}
