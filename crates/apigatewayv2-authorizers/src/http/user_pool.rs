//! Tokens of a user pool of Cognito.

use std::rc::Rc;

use aws_cdk_apigatewayv2::{
    HttpAuthorizer, HttpAuthorizerType, HttpRouteAuthorizationType, HttpRouteAuthorizer,
    HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};
use aws_cdk_core::{IConstruct, Stack, Value, cfn_format};
use aws_cdk_interfaces::cognito::{IUserPool, IUserPoolClient};

use crate::binding::Binding;

/// Lets those call a route who have signed in to a user pool.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpApi;
/// use aws_cdk_apigatewayv2_authorizers::HttpUserPoolAuthorizer;
/// use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
/// use aws_cdk_cognito::UserPool;
/// use aws_cdk_core::{App, Stack};
///
/// let app = App::new();
/// let stack = Stack::new(&app, "Stack");
/// let readers = UserPool::new(&stack, "Readers");
/// let web = readers.add_client("Web").build();
/// let authorizer = HttpUserPoolAuthorizer::new("Readers", &readers)
///     .user_pool_client(&web) // else a client is made
///     .user_pool_region("eu-west-1") // else the stack's
///     .authorizer_name("readers")
///     .identity_source(["$request.header.X-Token"]);
/// let api = HttpApi::new(&stack, "Api");
/// api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com"))
///     .authorizer(&authorizer)
///     .build();
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpUserPoolAuthorizer {
    binding: Binding,
    pool: Rc<dyn IUserPool>,
    user_pool_clients: Option<Vec<Value<String>>>,
    user_pool_region: Option<Value<String>>,
    authorizer_name: Option<Value<String>>,
    identity_source: Value<Vec<String>>,
}

impl HttpUserPoolAuthorizer {
    /// Accepts tokens of a user pool.
    pub fn new(id: impl Into<String>, pool: &(impl IUserPool + Clone + 'static)) -> Self {
        Self {
            binding: Binding::new(id.into()),
            pool: Rc::new(pool.clone()),
            user_pool_clients: None,
            user_pool_region: None,
            authorizer_name: None,
            identity_source: ["$request.header.Authorization"].into(),
        }
    }

    /// Adds a client whose tokens are accepted. Default: one that is made, `UserPoolAuthorizerClient` under the user pool.
    pub fn user_pool_client(mut self, client: &dyn IUserPoolClient) -> Self {
        self.user_pool_clients.get_or_insert_default().push(client.user_pool_client_id());
        self
    }

    /// The clients whose tokens are accepted. Default: one that is made, `UserPoolAuthorizerClient` under the user pool.
    pub fn user_pool_clients(mut self, clients: &[&dyn IUserPoolClient]) -> Self {
        self.user_pool_clients = Some(clients.iter().map(|client| client.user_pool_client_id()).collect());
        self
    }

    /// The region of the user pool. Default: that of the stack.
    pub fn user_pool_region(mut self, value: impl Into<Value<String>>) -> Self {
        self.user_pool_region = Some(value.into());
        self
    }

    /// The name of the authorizer. Default: its id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
        self
    }

    /// Where a request has its token. Default: the header `Authorization`, `$request.header.Authorization`.
    pub fn identity_source(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.identity_source = value.into();
        self
    }

    /// How it authorizes: [`HttpRouteAuthorizationType::Jwt`].
    pub fn authorization_type(&self) -> HttpRouteAuthorizationType {
        HttpRouteAuthorizationType::Jwt
    }

    /// The id of the authorizer. If no route uses it this is the error `apigatewayv2::authorizer-without-route`.
    #[track_caller]
    pub fn authorizer_id(&self) -> Value<String> {
        self.binding.authorizer_id()
    }

    #[track_caller]
    fn make(&self, options: &HttpRouteAuthorizerBindOptions<'_>) -> HttpAuthorizer {
        let (scope, api) = (options.scope, options.route.http_api());
        let (id, kind) = (self.binding.id(), HttpAuthorizerType::Jwt);
        let region = self.user_pool_region.clone().unwrap_or_else(|| Stack::of(scope).region());
        let clients = match &self.user_pool_clients {
            Some(clients) => clients.clone(),
            None => vec![self.pool.add_default_client("UserPoolAuthorizerClient").user_pool_client_id()],
        };
        let issuer = cfn_format!("https://cognito-idp.{}.amazonaws.com/{}", region, self.pool.user_pool_id());
        let mut authorizer = HttpAuthorizer::builder(scope, id, api, kind, &self.identity_source)
            .jwt_audience(clients)
            .jwt_issuer(issuer);
        if let Some(name) = &self.authorizer_name {
            authorizer = authorizer.authorizer_name(name);
        }
        authorizer.build()
    }
}

impl HttpRouteAuthorizer for HttpUserPoolAuthorizer {
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
