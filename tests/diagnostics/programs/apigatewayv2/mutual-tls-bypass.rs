//! A domain name asks for client certificates, but the API can be called past it.

use aws_cdk_apigatewayv2::cfn_domain_name::MutualTlsAuthenticationProperty;
use aws_cdk_apigatewayv2::{CfnApiMapping, CfnDomainName, HttpApi};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    let truststore =
        MutualTlsAuthenticationProperty::new().truststore_uri("s3://trust/clients.pem").truststore_version("1");
    let domain = CfnDomainName::builder(&stack, "Domain").domain_name("api.example.com");
    let domain = domain.mutual_tls_authentication(truststore).build();
    let api = HttpApi::builder(&stack, "Api").build();
    CfnApiMapping::builder(&stack, "Mapping").api_id(api.api_id()).stage("$default").domain_name(domain.ref_()).build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    let truststore =
        MutualTlsAuthenticationProperty::new().truststore_uri("s3://trust/clients.pem").truststore_version("1");
    let domain = CfnDomainName::builder(&stack, "Domain").domain_name("api.example.com");
    let domain = domain.mutual_tls_authentication(truststore).build();
    let api = HttpApi::builder(&stack, "Api").disable_execute_api_endpoint(true).build();
    CfnApiMapping::builder(&stack, "Mapping").api_id(api.api_id()).stage("$default").domain_name(domain.ref_()).build();
}
