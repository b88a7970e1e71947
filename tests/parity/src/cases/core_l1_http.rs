//! The L1 constructs of an HTTP API with every property and every nested type, and their attributes.

use aws_cdk_cfn_apigatewayv2::cfn_api::{BodyS3LocationProperty, CorsProperty};
use aws_cdk_cfn_apigatewayv2::cfn_api_gateway_managed_overrides as overrides;
use aws_cdk_cfn_apigatewayv2::cfn_authorizer::JWTConfigurationProperty;
use aws_cdk_cfn_apigatewayv2::cfn_domain_name::{DomainNameConfigurationProperty, MutualTlsAuthenticationProperty};
use aws_cdk_cfn_apigatewayv2::cfn_integration::{
    ResponseParameterMapProperty, ResponseParameterProperty, TlsConfigProperty,
};
use aws_cdk_cfn_apigatewayv2::cfn_stage::{AccessLogSettingsProperty, RouteSettingsProperty};
use aws_cdk_cfn_apigatewayv2::{
    CfnApi, CfnApiGatewayManagedOverrides, CfnApiMapping, CfnAuthorizer, CfnDeployment, CfnDomainName, CfnIntegration,
    CfnRoute, CfnStage, CfnVpcLink,
};
use aws_cdk_core::{App, CfnOutput, Stack, cfn_format, cfn_json};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "CoreL1Http");
    let api = CfnApi::builder(&stack, "Api")
        .name("l1")
        .protocol_type("HTTP")
        .description("d")
        .version("1")
        .route_key("GET /quick")
        .target("https://example.com")
        .credentials_arn("arn:aws:iam::111111111111:role/r")
        .disable_execute_api_endpoint(true)
        .fail_on_warnings(true)
        .ip_address_type("ipv4")
        .route_selection_expression("${request.method} ${request.path}")
        .base_path("prepend")
        .api_key_selection_expression("$request.header.x-api-key")
        .disable_schema_validation(false)
        .cors_configuration(
            CorsProperty::new()
                .allow_credentials(true)
                .allow_headers(["a"])
                .allow_methods(["GET"])
                .allow_origins(["https://x"])
                .expose_headers(["e"])
                .max_age(5),
        )
        .tags([("b", "2"), ("a", "1")])
        .build();
    let from_s3 = CfnApi::builder(&stack, "FromS3")
        .body_s3_location(BodyS3LocationProperty::new().bucket("b").key("k").etag("e").version("v"))
        .build();
    managed_overrides(&stack, &api);

    let authorizer = CfnAuthorizer::builder(&stack, "Authorizer")
        .api_id(api.ref_())
        .authorizer_type("REQUEST")
        .name("auth")
        .authorizer_credentials_arn("arn")
        .authorizer_payload_format_version("2.0")
        .authorizer_result_ttl_in_seconds(300)
        .authorizer_uri("uri")
        .enable_simple_responses(true)
        .identity_source(["$request.header.A"])
        .identity_validation_expression(".*")
        .jwt_configuration(JWTConfigurationProperty::new().audience(["a"]).issuer("i"))
        .build();
    let domain = CfnDomainName::builder(&stack, "Domain")
        .domain_name("x.example.com")
        .domain_name_configurations([DomainNameConfigurationProperty::new()
            .certificate_arn("arn")
            .certificate_name("c")
            .endpoint_type("REGIONAL")
            .ip_address_type("dualstack")
            .ownership_verification_certificate_arn("o")
            .security_policy("TLS_1_2")])
        .mutual_tls_authentication(
            MutualTlsAuthenticationProperty::new().truststore_uri("s3://b/k").truststore_version("v"),
        )
        .routing_mode("API_MAPPING_ONLY")
        .tags([("t", "v")])
        .build();
    let link = CfnVpcLink::builder(&stack, "Link")
        .name("l")
        .subnet_ids(["subnet-00000001", "subnet-00000002"])
        .security_group_ids(["sg-00000001"])
        .tags([("t", "v")])
        .build();
    let integration = CfnIntegration::builder(&stack, "Integration")
        .api_id(api.ref_())
        .integration_type("HTTP_PROXY")
        .connection_id(link.ref_())
        .connection_type("VPC_LINK")
        .content_handling_strategy("CONVERT_TO_TEXT")
        .credentials_arn("arn:aws:iam::111111111111:role/c")
        .description("d")
        .integration_method("ANY")
        .integration_uri("u")
        .passthrough_behavior("NEVER")
        .payload_format_version("1.0")
        .request_parameters([("append:header.h", "v")])
        .request_templates([("application/json", "{}")])
        .template_selection_expression("t")
        .timeout_in_millis(50)
        .tls_config(TlsConfigProperty::new().server_name_to_verify("s"))
        .response_parameters([(
            "200",
            ResponseParameterMapProperty::new()
                .response_parameters([ResponseParameterProperty::new().destination("append:header.x").source("y")]),
        )])
        .build();
    CfnRoute::builder(&stack, "Route")
        .api_id(api.ref_())
        .route_key("GET /x")
        .api_key_required(false)
        .authorization_scopes(["s"])
        .authorization_type("CUSTOM")
        .authorizer_id(authorizer.ref_())
        .model_selection_expression("m")
        .operation_name("o")
        .request_models(cfn_json!({ "$default": "Model" }))
        .request_parameters(cfn_json!({ "route.request.querystring.q": { "Required": true } }))
        .route_response_selection_expression("$default")
        .target(cfn_format!("integrations/{}", integration.ref_()))
        .build();
    let deployment =
        CfnDeployment::builder(&stack, "Deployment").api_id(api.ref_()).description("d").stage_name("given").build();
    let stage = CfnStage::builder(&stack, "Stage")
        .api_id(api.ref_())
        .stage_name("s")
        .access_log_settings(AccessLogSettingsProperty::new().destination_arn("arn").format("f"))
        .access_policy_id("p")
        .auto_deploy(true)
        .client_certificate_id("c")
        .deployment_id(deployment.ref_())
        .description("d")
        .default_route_settings(
            RouteSettingsProperty::new()
                .data_trace_enabled(false)
                .detailed_metrics_enabled(false)
                .logging_level("OFF")
                .throttling_burst_limit(0)
                .throttling_rate_limit(0),
        )
        .route_settings(cfn_json!({ "GET /x": { "DetailedMetricsEnabled": true } }))
        .stage_variables(cfn_json!({ "v": "w" }))
        .tags(cfn_json!({ "t": "v" }))
        .build();
    let mapping = CfnApiMapping::builder(&stack, "Mapping")
        .api_id(api.ref_())
        .domain_name(domain.ref_())
        .stage(stage.ref_())
        .api_mapping_key("k")
        .build();

    let attributes = [
        ("ApiEndpoint", api.attr_api_endpoint()),
        ("ApiId", api.attr_api_id()),
        ("S3Endpoint", from_s3.attr_api_endpoint()),
        ("AuthorizerId", authorizer.attr_authorizer_id()),
        ("DomainArn", domain.attr_domain_name_arn()),
        ("DomainRegional", domain.attr_regional_domain_name()),
        ("DomainZone", domain.attr_regional_hosted_zone_id()),
        ("IntegrationId", integration.attr_integration_id()),
        ("DeploymentId", deployment.attr_deployment_id()),
        ("MappingId", mapping.attr_api_mapping_id()),
        ("LinkId", link.attr_vpc_link_id()),
    ];
    for (id, value) in attributes {
        CfnOutput::new(&stack, id, value);
    }
}

fn managed_overrides(stack: &Stack, api: &CfnApi) {
    CfnApiGatewayManagedOverrides::builder(stack, "Overrides")
        .api_id(api.ref_())
        .integration(
            overrides::IntegrationOverridesProperty::new()
                .description("d")
                .integration_method("GET")
                .payload_format_version("1.0")
                .timeout_in_millis(1000),
        )
        .route(
            overrides::RouteOverridesProperty::new()
                .authorization_scopes(["s"])
                .authorization_type("JWT")
                .authorizer_id("a")
                .operation_name("o")
                .target("t"),
        )
        .stage(
            overrides::StageOverridesProperty::new()
                .access_log_settings(
                    overrides::AccessLogSettingsProperty::new().destination_arn("arn").format("$context.requestId"),
                )
                .auto_deploy(false)
                .description("d")
                .default_route_settings(
                    overrides::RouteSettingsProperty::new()
                        .data_trace_enabled(true)
                        .detailed_metrics_enabled(true)
                        .logging_level("INFO")
                        .throttling_burst_limit(1)
                        .throttling_rate_limit(1.5),
                )
                .route_settings(cfn_json!({ "GET /x": { "ThrottlingBurstLimit": 2 } }))
                .stage_variables(cfn_json!({ "v": "w" })),
        )
        .build();
}
