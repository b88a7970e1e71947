//! The authorizer and scopes of an API: inherited, replaced for a route, merged with its scopes, and switched off.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpDefaultAuthorizer");
    let api = HttpApi::builder(&stack, "Api")
        .default_authorizer(HttpJwtAuthorizer::new("DefaultJwt", "https://issuer.example.com", ["aud"]))
        .default_authorization_scopes(["default/read", "default/write"])
        .build();
    let integration = HttpUrlIntegration::new("Url", "https://example.com");
    let routes = |path: &str| api.add_routes(path, &integration).methods([HttpMethod::Get]);

    routes("/inherits").build();
    routes("/own-scopes").authorization_scopes(["own", "default/read"]).build();
    routes("/no-scopes").authorization_scopes::<&str>([]).build();
    routes("/public").authorizer(HttpNoneAuthorizer::new()).build();
    routes("/iam").authorizer(HttpIamAuthorizer::new()).build();
    routes("/other-jwt")
        .authorization_scopes(["x"])
        .authorizer(
            HttpJwtAuthorizer::new("Other", "https://other.example.com", ["o"]).authorizer_name("other-jwt"),
        )
        .build();
    // A route made outside `add_routes` takes the default authorizer too.
    let key = HttpRouteKey::with("/standalone", HttpMethod::Put);
    HttpRoute::builder(&stack, "Standalone", &api, key, &integration).build();
}
