//! Integrations as constructs, with each option.

use aws_cdk_apigatewayv2::{
    HttpApi, HttpConnectionType, HttpIntegration, HttpIntegrationSubtype, HttpIntegrationType, HttpMethod,
    IntegrationCredentials, MappingValue, ParameterMapping, PayloadFormatVersion,
};
use aws_cdk_core::{App, CfnOutput, Duration, Stack};
use aws_cdk_iam::{Role, ServicePrincipal};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpIntegrationConstruct");
    let api = HttpApi::new(&stack, "Api");
    let role = Role::builder(&stack, "Role", ServicePrincipal::new("apigateway.amazonaws.com")).build();
    let (http, aws) = (HttpIntegrationType::HttpProxy, HttpIntegrationType::AwsProxy);

    let proxy = HttpIntegration::builder(&stack, "Proxy", &api, http)
        .integration_uri("https://example.com")
        .method(HttpMethod::Patch)
        .payload_format_version(PayloadFormatVersion::VERSION_1_0)
        .timeout(Duration::millis(50))
        .build();
    HttpIntegration::builder(&stack, "Private", &api, http)
        .integration_uri("arn:aws:elasticloadbalancing:us-east-1:111111111111:listener/app/a/b/c")
        .method(HttpMethod::Any)
        .connection_id("link")
        .connection_type(HttpConnectionType::VpcLink)
        .secure_server_name("internal.example.com")
        .timeout(Duration::seconds(29))
        .payload_format_version(PayloadFormatVersion::VERSION_1_0)
        .build();
    HttpIntegration::builder(&stack, "Kinesis", &api, aws)
        .integration_subtype(HttpIntegrationSubtype::KinesisPutRecord)
        .payload_format_version(PayloadFormatVersion::custom("1.0"))
        .credentials(IntegrationCredentials::from_role(&role))
        .parameter_mapping(
            ParameterMapping::new()
                .custom("StreamName", "stream")
                .custom("PartitionKey", "$request.header.key")
                .custom("Data", MappingValue::request_body("data").value()),
        )
        .build();
    HttpIntegration::builder(&stack, "Caller", &api, aws)
        .integration_subtype(HttpIntegrationSubtype::AppConfigGetConfiguration)
        .payload_format_version(PayloadFormatVersion::VERSION_1_0)
        .credentials(IntegrationCredentials::use_caller_identity())
        .connection_type(HttpConnectionType::Internet)
        .build();

    CfnOutput::new(&stack, "ProxyId", proxy.integration_id());
}
