//! Custom domain names of HTTP APIs: for the default stage, another one, with a key of several parts, and in DNS.

use aws_cdk_apigatewayv2::{
    ApiMapping, DomainMappingOptions, DomainName, HttpApi, HttpStage, HttpStageOptions, IDomainName,
};
use aws_cdk_certificatemanager::Certificate;
use aws_cdk_core::{App, CfnOutput, Stack, Value};
use aws_cdk_route53::targets::ApiGatewayv2DomainProperties;
use aws_cdk_route53::{ARecord, HostedZone, RecordTarget};

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "HttpDomainMapping");
    let certificate = |id: &str, name: &str| {
        Certificate::from_certificate_arn(&stack, id, format!("arn:aws:acm:us-east-1:111111111111:certificate/{name}"))
    };
    let domain = DomainName::builder(&stack, "Domain", "api.example.com", &certificate("Cert", "one")).build();

    let mapped = |key: &str| DomainMappingOptions::new(&domain).mapping_key(key);
    let api = HttpApi::builder(&stack, "Api").default_domain_mapping(mapped("v1")).build();
    let beta = api.add_stage("Beta", HttpStageOptions::new().stage_name("beta").domain_mapping(mapped("beta")));

    let other = HttpApi::new(&stack, "Other");
    let mapping = other.default_stage().map(|stage| {
        ApiMapping::builder(&stack, "OtherMapping", &other, &domain, stage).api_mapping_key("other/v2/deep").build()
    });

    let root = DomainName::builder(&stack, "RootDomain", "root.example.com", &certificate("RootCert", "two")).build();
    let rooted = HttpApi::builder(&stack, "Rooted").default_domain_mapping(DomainMappingOptions::new(&root)).build();

    let zone = HostedZone::from_hosted_zone_attributes(&stack, "Zone", "Z123", "example.com");
    let target = ApiGatewayv2DomainProperties::new(domain.regional_domain_name(), domain.regional_hosted_zone_id());
    ARecord::builder(&stack, "Alias", &zone, RecordTarget::from_alias(&target)).record_name("api").build();

    let output = |id: &str, value: Option<Value<String>>| value.map(|value| CfnOutput::new(&stack, id, value));
    output("DomainUrl", api.default_stage().map(HttpStage::domain_url));
    output("BetaUrl", Some(beta.domain_url()));
    output("RootUrl", rooted.default_stage().map(HttpStage::domain_url));
    output("MappingId", mapping.as_ref().map(ApiMapping::api_mapping_id));
    output("MappingUrl", mapping.as_ref().map(ApiMapping::domain_url));
}
