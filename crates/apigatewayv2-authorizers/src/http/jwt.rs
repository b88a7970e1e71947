//! Tokens of an identity provider.

use aws_cdk_apigatewayv2::{
    HttpAuthorizer, HttpAuthorizerType, HttpRouteAuthorizationType, HttpRouteAuthorizer,
    HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig,
};
use aws_cdk_core::{IConstruct, Value};

use crate::binding::Binding;

/// Lets those call a route who have a JSON web token of an OpenID Connect or OAuth 2.0 provider.
///
/// Source: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>.
///
/// ```
/// use aws_cdk_apigatewayv2::HttpApi;
/// use aws_cdk_apigatewayv2_authorizers::HttpJwtAuthorizer;
/// use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
/// # use aws_cdk_core::{App, Stack};
/// # let app = App::new();
/// # let stack = Stack::new(&app, "Stack");
/// # let api = HttpApi::new(&stack, "Api");
/// let readers = HttpJwtAuthorizer::new("Readers", "https://login.example.com", ["web", "mobile"])
///     .authorizer_name("readers")
///     .identity_source(["$request.header.X-Token"]);
/// api.add_routes("/books", HttpUrlIntegration::new("Books", "https://books.example.com"))
///     .authorizer(&readers)
///     .authorization_scopes(["books/read"])
///     .build();
///
/// // For all routes that name no other; anybody may log in.
/// use aws_cdk_apigatewayv2::HttpNoneAuthorizer;
/// use aws_cdk_core::CfnOutput;
///
/// let writers = HttpJwtAuthorizer::new("Writers", "https://login.example.com", ["editor"]);
/// let guarded = HttpApi::builder(&stack, "Guarded")
///     .default_authorizer(writers.clone())
///     .default_authorization_scopes(["books/write"])
///     .build();
/// guarded.add_routes("/books", HttpUrlIntegration::new("Write", "https://books.example.com")).build();
/// guarded
///     .add_routes("/login", HttpUrlIntegration::new("Login", "https://login.example.com"))
///     .authorizer(HttpNoneAuthorizer::new())
///     .authorization_scopes(Vec::<String>::new())
///     .build();
/// CfnOutput::new(&stack, "AuthorizerId", writers.authorizer_id());
/// # assert!(app.diagnostics().is_empty());
/// ```
#[must_use]
#[derive(Clone, Debug)]
pub struct HttpJwtAuthorizer {
    binding: Binding,
    jwt_issuer: Value<String>,
    jwt_audience: Value<Vec<String>>,
    identity_source: Value<Vec<String>>,
    authorizer_name: Option<Value<String>>,
}

impl HttpJwtAuthorizer {
    /// Accepts tokens of an issuer, given by its URL, for one of the audiences.
    pub fn new(
        id: impl Into<String>,
        jwt_issuer: impl Into<Value<String>>,
        jwt_audience: impl Into<Value<Vec<String>>>,
    ) -> Self {
        Self {
            binding: Binding::new(id.into()),
            jwt_issuer: jwt_issuer.into(),
            jwt_audience: jwt_audience.into(),
            identity_source: ["$request.header.Authorization"].into(),
            authorizer_name: None,
        }
    }

    /// Where a request has its token. Default: the header `Authorization`, `$request.header.Authorization`.
    pub fn identity_source(mut self, value: impl Into<Value<Vec<String>>>) -> Self {
        self.identity_source = value.into();
        self
    }

    /// The name of the authorizer. Default: its id.
    pub fn authorizer_name(mut self, value: impl Into<Value<String>>) -> Self {
        self.authorizer_name = Some(value.into());
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
        let mut authorizer = HttpAuthorizer::builder(scope, id, api, kind, &self.identity_source)
            .jwt_audience(&self.jwt_audience)
            .jwt_issuer(&self.jwt_issuer);
        if let Some(name) = &self.authorizer_name {
            authorizer = authorizer.authorizer_name(name);
        }
        authorizer.build()
    }
}

impl HttpRouteAuthorizer for HttpJwtAuthorizer {
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
