//! What HTTP APIs, their parts and domain names say of options that do not fit.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use aws_cdk_apigatewayv2::{
    AccessLogFormat, AccessLogSettings, ApiMapping, CorsPreflightOptions, DomainMappingOptions, DomainName,
    EndpointOptions, HttpApi, HttpAuthorizer, HttpAuthorizerType, HttpIntegration, HttpIntegrationType,
    HttpStageOptions, LogGroupLogDestination,
};
use aws_cdk_certificatemanager::{Certificate, ImportedCertificate};
use aws_cdk_core::{App, Duration, Stack};
use aws_cdk_iam::Role;
use aws_cdk_logs::LogGroup;

fn codes(build: impl FnOnce(&Stack)) -> Vec<String> {
    let app = App::builder().builtin_cloudformation_validation(false).build();
    build(&Stack::new(&app, "Stack"));
    // Synthesized in memory, without the checks that are told beyond those of the CDK: the corpus of wrong programs has those.
    let diagnostics =
        aws_cdk_core::testing::synthesize(&app).map(|synthesized| synthesized.diagnostics).unwrap_or_default();
    for diagnostic in &diagnostics {
        assert!(diagnostic.location().file().ends_with("http_options.rs"), "{diagnostic}");
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code().to_owned()).collect()
}

fn certificate(stack: &Stack) -> ImportedCertificate {
    Certificate::from_certificate_arn(stack, "Certificate", "arn:aws:acm:eu-west-1:111111111111:certificate/1")
}

#[test]
fn origins_that_send_credentials_are_listed() {
    let found = codes(|stack| {
        let cors =
            CorsPreflightOptions::new().allow_credentials(true).allow_origins(["*"]).max_age(Duration::millis(1));
        HttpApi::builder(stack, "Api").cors_preflight(cors).build();
    });
    assert_eq!(found, ["apigatewayv2::cors-max-age", "apigatewayv2::cors-wildcard-credentials"]);
}

#[test]
fn an_api_without_a_default_stage_has_no_url() {
    let found = codes(|stack| {
        let domain = DomainName::builder(stack, "Domain", "api.example.com", &certificate(stack)).build();
        let api = HttpApi::builder(stack, "Api")
            .create_default_stage(false)
            .disable_execute_api_endpoint(true)
            .default_domain_mapping(DomainMappingOptions::new(&domain))
            .build();
        api.url();
        api.api_endpoint();
        api.add_stage("Live", HttpStageOptions::new().stage_name("live")).domain_url();
    });
    let expected = ["default-domain-mapping", "no-default-stage", "no-api-endpoint", "no-domain-mapping"];
    assert_eq!(found, expected.map(|code| format!("apigatewayv2::{code}")));
}

#[test]
fn an_integration_has_a_target() {
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        HttpIntegration::builder(stack, "Nothing", &api, HttpIntegrationType::HttpProxy).build();
        HttpIntegration::builder(stack, "Empty", &api, HttpIntegrationType::HttpProxy).integration_uri("").build();
        HttpIntegration::builder(stack, "Slow", &api, HttpIntegrationType::HttpProxy)
            .integration_uri("https://example.com")
            .timeout(Duration::seconds(31))
            .build();
    });
    let target = "apigatewayv2::integration-target";
    assert_eq!(found, [target, target, "apigatewayv2::integration-timeout"]);
}

#[test]
fn each_kind_of_authorizer_has_its_options() {
    let source = ["$request.header.Authorization"];
    let found = codes(|stack| {
        let api = HttpApi::new(stack, "Api");
        let role = Role::from_role_name(stack, "Role", "invoker");
        HttpAuthorizer::builder(stack, "Lambda", &api, HttpAuthorizerType::Lambda, source).build();
        HttpAuthorizer::builder(stack, "Jwt", &api, HttpAuthorizerType::Jwt, source).role(&*role).build();
        HttpAuthorizer::builder(stack, "Cached", &api, HttpAuthorizerType::Lambda, source)
            .authorizer_uri("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations")
            .results_cache_ttl(Duration::seconds(3601))
            .build();
    });
    let expected = ["authorizer-uri", "jwt-authorizer-options", "authorizer-role", "authorizer-cache-ttl"];
    assert_eq!(found, expected.map(|code| format!("apigatewayv2::{code}")));
}

#[test]
fn a_domain_name_has_a_name_and_one_endpoint_of_a_type() {
    let found = codes(|stack| {
        let certificate = certificate(stack);
        DomainName::builder(stack, "Empty", "", &certificate).build();
        let domain = DomainName::builder(stack, "Domain", "api.example.com", &certificate)
            .ownership_certificate(&certificate)
            .build();
        domain.add_endpoint(EndpointOptions::new(&certificate));
        let api = HttpApi::new(stack, "Api");
        let stage = api.default_stage().unwrap();
        ApiMapping::builder(stack, "Mapping", &api, &domain, stage).api_mapping_key("").build();
    });
    let expected = ["domain-name", "ownership-certificate", "endpoint-type", "mapping-key"];
    assert_eq!(found, expected.map(|code| format!("apigatewayv2::{code}")));
}

#[test]
fn access_logs_name_the_request() {
    let found = codes(|stack| {
        let logs = LogGroup::new(stack, "Logs");
        let api = HttpApi::new(stack, "Api");
        let settings = || AccessLogSettings::new(LogGroupLogDestination::new(&logs));
        let log = |id: &str, format| {
            HttpStageOptions::new()
                .stage_name(id)
                .access_log_settings(settings().format(AccessLogFormat::custom(format)))
        };
        api.add_stage("A", log("a", "$context.requestIds"));
        api.add_stage("B", log("b", "$context.extendedRequestId"));
        api.add_stage("C", HttpStageOptions::new().stage_name("c").access_log_settings(settings()));
    });
    assert_eq!(found, ["apigatewayv2::access-log-format"]);
}
