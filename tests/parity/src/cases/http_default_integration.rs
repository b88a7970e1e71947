//! What takes the requests of no other route: open, with signed requests only, and with scopes of tokens.

use aws_cdk_apigatewayv2::{HttpApi, HttpMethod};
use aws_cdk_apigatewayv2_authorizers::{HttpIamAuthorizer, HttpJwtAuthorizer};
use aws_cdk_apigatewayv2_integrations::HttpUrlIntegration;
use aws_cdk_core::{App, Stack};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpDefaultIntegration");
    let fallback = |url: &str| HttpUrlIntegration::new("Fallback", url);

    let open =
        HttpApi::builder(&stack, "Open").default_integration(fallback("https://example.com/fallback")).build();
    open.add_routes("/status", HttpUrlIntegration::new("Status", "https://example.com/status").method(HttpMethod::Get))
        .methods([HttpMethod::Get])
        .build();

    HttpApi::builder(&stack, "Signed")
        .default_integration(fallback("https://example.com/signed"))
        .default_authorizer(HttpIamAuthorizer::new())
        .build();

    HttpApi::builder(&stack, "Scoped")
        .default_integration(fallback("https://example.com/scoped"))
        .default_authorizer(HttpJwtAuthorizer::new("Jwt", "https://issuer.example.com", ["web", "mobile"]))
        .default_authorization_scopes(["read", "write"])
        .build();
}
