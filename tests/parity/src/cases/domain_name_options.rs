//! Domain names: endpoints, certificates, mutual TLS.

use aws_cdk_apigatewayv2::{
    DomainName, EndpointOptions, EndpointType, IDomainName, IpAddressType, MtlsConfig, SecurityPolicy,
};
use aws_cdk_certificatemanager::{Certificate, CertificateValidation};
use aws_cdk_core::{App, CfnOutput, Stack};
use aws_cdk_route53::HostedZone;
use aws_cdk_s3::Bucket;

pub(super) fn build(app: &App) {
    let stack = Stack::new(app, "DomainNameOptions");
    let zone = HostedZone::builder(&stack, "Zone", "example.com").build();
    let certificate = Certificate::builder(&stack, "Cert", "*.example.com")
        .validation(CertificateValidation::from_dns(&zone))
        .build();
    let arn = "arn:aws:acm:us-east-1:111111111111:certificate/abc";
    let imported = Certificate::from_certificate_arn(&stack, "Imported", arn);
    let trust = Bucket::new(&stack, "Trust");

    let edge = DomainName::builder(&stack, "Edge", "edge.example.com", &certificate)
        .certificate_name("edge-cert")
        .endpoint_type(EndpointType::Edge)
        .security_policy(SecurityPolicy::Tls12)
        .build();
    edge.add_endpoint(
        EndpointOptions::new(&imported).endpoint_type(EndpointType::Regional).security_policy(SecurityPolicy::Tls10),
    );

    DomainName::builder(&stack, "Dual", "dual.example.com", &certificate)
        .ip_address_type(IpAddressType::DualStack)
        .build();
    DomainName::builder(&stack, "Mtls", "mtls.example.com", &certificate)
        .ownership_certificate(&imported)
        .mtls(MtlsConfig::new(&trust, "trust/ca.pem").version("version-1"))
        .endpoint_type(EndpointType::Regional)
        .build();
    let other = Bucket::from_bucket_name(&stack, "OtherTrust", "other-trust");
    DomainName::builder(&stack, "MtlsImported", "mtls2.example.com", &imported)
        .mtls(MtlsConfig::new(&other, "ca.pem"))
        .build();

    CfnOutput::new(&stack, "Name", edge.name());
    CfnOutput::new(&stack, "Regional", edge.regional_domain_name());
    CfnOutput::new(&stack, "Zone4", edge.regional_hosted_zone_id());
}
