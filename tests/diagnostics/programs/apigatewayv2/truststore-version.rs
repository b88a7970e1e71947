//! The truststore for client certificates has no version.

use aws_cdk_apigatewayv2::cfn_domain_name::MutualTlsAuthenticationProperty;
use aws_cdk_apigatewayv2::{CfnDomainName, add_checks};
use aws_cdk_core::{App, Stack};

pub fn wrong(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let truststore = MutualTlsAuthenticationProperty::new().truststore_uri("s3://trust/clients.pem");
    CfnDomainName::builder(&stack, "Domain")
        .domain_name("api.example.com")
        .mutual_tls_authentication(truststore)
        .build();
}

pub fn right(app: &App) {
    let stack = Stack::new(app, "Books");
    add_checks(&stack);
    let truststore =
        MutualTlsAuthenticationProperty::new().truststore_uri("s3://trust/clients.pem").truststore_version("1");
    CfnDomainName::builder(&stack, "Domain")
        .domain_name("api.example.com")
        .mutual_tls_authentication(truststore)
        .build();
}
