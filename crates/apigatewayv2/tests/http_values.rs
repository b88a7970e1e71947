//! Values that get into the template as they are given: mapping keys that are tokens, and the scopes of an authorizer.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_apigatewayv2::{
    ApiMapping, DomainName, HttpApi, HttpIntegrationBinding, HttpIntegrationType, HttpRouteAuthorizationType,
    HttpRouteAuthorizer, HttpRouteAuthorizerBindOptions, HttpRouteAuthorizerConfig, HttpRouteIntegration,
    HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnParameter, Stack};

#[test]
fn a_mapping_key_may_be_a_token() {
    let app = App::new();
    let stack = Stack::new(&app, "Stack");
    let arn = "arn:aws:acm:eu-west-1:111111111111:certificate/1";
    let certificate = Certificate::from_certificate_arn(&stack, "Certificate", arn);
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate).build();
    let api = HttpApi::new(&stack, "Api");
    let key = CfnParameter::builder(&stack, "Key").build().value_as_string();
    let stage = api.default_stage().unwrap();
    let mapping = ApiMapping::builder(&stack, "Mapping", &api, &domain, stage).api_mapping_key(key).build();
    let given = mapping.default_child().api_mapping_key().unwrap();
    assert_eq!(given.as_literal(), None);
    assert!(app.diagnostics().is_empty());
}

struct Backend(HttpIntegrationBinding);

impl HttpRouteIntegration for Backend {
    fn binding(&self) -> &HttpIntegrationBinding {
        &self.0
    }

    fn bind(&self, _: &HttpRouteIntegrationBindOptions<'_>) -> HttpRouteIntegrationConfig {
        HttpRouteIntegrationConfig::new(HttpIntegrationType::HttpProxy).integration_uri("https://example.com")
    }
}

struct Scoped;

impl HttpRouteAuthorizer for Scoped {
    fn bind(&self, _: &HttpRouteAuthorizerBindOptions<'_>) -> HttpRouteAuthorizerConfig {
        HttpRouteAuthorizerConfig::new(HttpRouteAuthorizationType::Jwt)
            .authorizer_id("abc123")
            .authorization_scopes(["own", "own"])
    }
}

/// As `aws-cdk-lib` does it: scopes are made unique only where those of a route or an API are added.
#[test]
fn scopes_of_an_authorizer_stay_unless_others_are_added() {
    let app = App::new();
    let api = HttpApi::new(&Stack::new(&app, "Stack"), "Api");
    let backend = Backend(HttpIntegrationBinding::new("Backend"));
    let alone = api.add_routes("/alone", &backend).authorizer(Scoped).build();
    let joined = api.add_routes("/joined", &backend).authorizer(Scoped).authorization_scopes(["own", "more"]).build();
    let scopes = |route: &aws_cdk_apigatewayv2::HttpRoute| {
        let scopes = route.default_child().unwrap().authorization_scopes().unwrap();
        let scopes = scopes.as_elements().unwrap();
        scopes.iter().map(|scope| scope.as_literal().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(scopes(&alone[0]), ["own", "own"]);
    assert_eq!(scopes(&joined[0]), ["own", "more"]);
}
