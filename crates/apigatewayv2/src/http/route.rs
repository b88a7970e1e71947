//! Routes of HTTP APIs.
//!
//! ```
//! use aws_cdk_apigatewayv2::{HttpMethod, HttpRouteKey};
//!
//! assert_eq!(HttpRouteKey::with("/books/{id}", HttpMethod::Get).key(), "GET /books/{id}");
//! assert_eq!(HttpRouteKey::DEFAULT.key(), "$default");
//! ```

use std::rc::Rc;

use aws_cdk_cfn_apigatewayv2::CfnRoute;
use aws_cdk_core::{Aws, Construct, IConstruct, Node, Stack, Value, cfn_format};

use super::api::IHttpApi;
use super::integration::{HttpRouteIntegration, bind_to_route};
use super::route_authorizer::{
    HttpRouteAuthorizationType, HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};
use crate::checks::{add_checks, mark_own_scopes, mark_public_on_purpose};

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpMethod {
    /// Any method.
    Any,
    /// `DELETE`.
    Delete,
    /// `GET`.
    Get,
    /// `HEAD`.
    Head,
    /// `OPTIONS`.
    Options,
    /// `PATCH`.
    Patch,
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
}

impl HttpMethod {
    /// The value as the template has it.
    pub fn as_str(self) -> &'static str {
        match self {
            HttpMethod::Any => "ANY",
            HttpMethod::Delete => "DELETE",
            HttpMethod::Get => "GET",
            HttpMethod::Head => "HEAD",
            HttpMethod::Options => "OPTIONS",
            HttpMethod::Patch => "PATCH",
            HttpMethod::Post => "POST",
            HttpMethod::Put => "PUT",
        }
    }
}

/// The integrations of WebSocket APIs take methods as text.
impl From<HttpMethod> for Value<String> {
    fn from(method: HttpMethod) -> Self {
        method.as_str().into()
    }
}

/// Which requests a route takes: a method and a path, or all that no other route takes.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpRouteKey {
    method: HttpMethod,
    path: Option<String>,
}

impl HttpRouteKey {
    /// The route for requests that no other route takes: `$default`.
    pub const DEFAULT: HttpRouteKey = HttpRouteKey { method: HttpMethod::Any, path: None };

    /// A method and a path. A path starts with `/` and does not end with one, unless it is `/`; another one is the error
    /// `apigatewayv2::route-path` of the route.
    pub fn with(path: impl Into<String>, method: HttpMethod) -> Self {
        Self { method, path: Some(path.into()) }
    }

    /// A path with any method.
    pub fn with_any_method(path: impl Into<String>) -> Self {
        Self::with(path, HttpMethod::Any)
    }

    /// The key as API Gateway writes it: `GET /books`, `$default`.
    pub fn key(&self) -> String {
        match &self.path {
            Some(path) if !path.is_empty() => format!("{} {path}", self.method.as_str()),
            _ => "$default".to_owned(),
        }
    }

    /// The method.
    pub fn method(&self) -> HttpMethod {
        self.method
    }

    /// The path; `None` for `$default`.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }
}

/// A route of an HTTP API. Mostly made by [`HttpApi::add_routes`](super::api::HttpApi::add_routes).
#[derive(Clone, Debug)]
pub struct HttpRoute {
    construct: Construct,
    http_api: Rc<dyn IHttpApi>,
    key: HttpRouteKey,
    authorization: Option<HttpRouteAuthorizationType>,
}

impl IConstruct for HttpRoute {
    fn node(&self) -> &Node {
        self.construct.node()
    }
}

impl HttpRoute {
    /// Starts a route of an API.
    #[track_caller]
    pub fn builder<'a>(
        scope: &impl IConstruct,
        id: impl Into<String>,
        http_api: &(impl IHttpApi + Clone + 'static),
        route_key: HttpRouteKey,
        integration: impl HttpRouteIntegration + 'a,
    ) -> HttpRouteBuilder<'a> {
        HttpRouteBuilder {
            scope: scope.node().clone(),
            id: id.into(),
            http_api: Rc::new(http_api.clone()),
            route_key,
            integration: Box::new(integration),
            authorizer: None,
            authorization_scopes: None,
        }
    }

    /// The id of the route.
    pub fn route_id(&self) -> Value<String> {
        self.default_child().map(|route| route.ref_().into()).unwrap_or_else(|| "".into())
    }

    /// The path; `None` for `$default`.
    pub fn path(&self) -> Option<&str> {
        self.key.path()
    }

    /// The key.
    pub fn route_key(&self) -> &HttpRouteKey {
        &self.key
    }

    /// The API.
    pub fn http_api(&self) -> &dyn IHttpApi {
        &*self.http_api
    }

    /// How the route is authorized.
    pub fn authorization_type(&self) -> HttpRouteAuthorizationType {
        self.authorization.clone().unwrap_or(HttpRouteAuthorizationType::None)
    }

    /// The ARN with which IAM policies name the route, for all stages. Everything from the first path parameter on is
    /// `*`.
    pub fn route_arn(&self) -> Value<String> {
        self.arn_for_method(self.key.method())
    }

    pub(super) fn arn_for_method(&self, method: HttpMethod) -> Value<String> {
        let stack = Stack::of(&self.construct);
        let method = if method == HttpMethod::Any { "*" } else { method.as_str() };
        let path = self.key.path().unwrap_or("/");
        let path = match path.find('{') {
            Some(start) if path[start..].contains('}') => format!("{}*", &path[..start]),
            _ => path.to_owned(),
        };
        let (region, account, api) = (stack.region(), stack.account(), self.http_api.api_id());
        cfn_format!("arn:{}:execute-api:{}:{}:{}/*/{}{}", Aws::PARTITION, region, account, api, method, path)
    }

    /// The L1 construct; `None` before the route is complete, that is inside `bind`.
    pub fn default_child(&self) -> Option<CfnRoute> {
        CfnRoute::from_construct(&self.construct.node().default_child()?)
    }
}

/// Builds a [`HttpRoute`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct HttpRouteBuilder<'a> {
    pub(super) scope: Node,
    pub(super) id: String,
    pub(super) http_api: Rc<dyn IHttpApi>,
    pub(super) route_key: HttpRouteKey,
    pub(super) integration: Box<dyn HttpRouteIntegration + 'a>,
    pub(super) authorizer: Option<Box<dyn HttpRouteAuthorizer + 'a>>,
    pub(super) authorization_scopes: Option<Vec<String>>,
}

impl<'a> HttpRouteBuilder<'a> {
    /// Who may call the route. Default: the API's default authorizer, else anybody.
    pub fn authorizer(mut self, authorizer: impl HttpRouteAuthorizer + 'a) -> Self {
        self.authorizer = Some(Box::new(authorizer));
        self
    }

    /// The scopes of which a token needs one, together with those of the authorizer. Default: the API's default scopes.
    pub fn authorization_scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.authorization_scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Adds the route. Errors: `apigatewayv2::route-path`, `apigatewayv2::integration-of-other-api`, and those of ids,
    /// integration and authorizer.
    #[track_caller]
    pub fn build(self) -> HttpRoute {
        build_route(&self)
    }
}

#[track_caller]
pub(super) fn build_route(builder: &HttpRouteBuilder<'_>) -> HttpRoute {
    let construct = Construct::of_type(&builder.scope, &builder.id, "aws-cdk-apigatewayv2.HttpRoute");
    add_checks(&construct);
    let mut route = HttpRoute {
        construct,
        http_api: builder.http_api.clone(),
        key: builder.route_key.clone(),
        authorization: None,
    };
    let integration_id = bind_to_route(&*builder.integration, &route);
    let default = route.http_api.default_authorizer();
    let api_scope = route.http_api.node().clone();
    let options = HttpRouteAuthorizerBindOptions { route: &route, scope: &api_scope };
    let authorization = match (&builder.authorizer, &default) {
        (Some(authorizer), _) => Some(authorizer.bind(&options)),
        (None, Some(authorizer)) => Some(authorizer.bind(&options)),
        (None, None) => None,
    };
    let scopes = scopes(builder, authorization.as_ref());

    let mut resource = CfnRoute::builder(&route.construct, "Resource")
        .api_id(route.http_api.api_id())
        .route_key(route.key.key())
        .target(cfn_format!("integrations/{}", integration_id))
        .authorization_type(authorization.as_ref().map_or("NONE", |config| config.authorization_type.as_str()));
    if let Some(id) = authorization.as_ref().and_then(|config| config.authorizer_id.clone()) {
        resource = resource.authorizer_id(id);
    }
    if !scopes.is_empty() {
        resource = resource.authorization_scopes(scopes);
    }
    resource.build();
    if authorization.as_ref().is_some_and(|config| config.authorization_type == HttpRouteAuthorizationType::None) {
        mark_public_on_purpose(&route);
    }
    if builder.authorization_scopes.as_ref().is_some_and(|scopes| !scopes.is_empty()) {
        mark_own_scopes(&route);
    }
    route.authorization = authorization.map(|config| config.authorization_type);
    route
}

/// The authorizer's scopes, and those of the route or else of the API, each once; the authorizer's alone stay as they are.
/// Without an authorizer there are none.
fn scopes(builder: &HttpRouteBuilder<'_>, authorization: Option<&HttpRouteAuthorizerConfig>) -> Vec<String> {
    let Some(config) = authorization else { return Vec::new() };
    let own = builder.authorization_scopes.clone().or_else(|| builder.http_api.default_authorization_scopes());
    let Some(own) = own else { return config.authorization_scopes.clone().unwrap_or_default() };
    let mut scopes: Vec<String> = Vec::new();
    for scope in config.authorization_scopes.iter().flatten().chain(&own) {
        if !scopes.contains(scope) {
            scopes.push(scope.clone());
        }
    }
    scopes
}
